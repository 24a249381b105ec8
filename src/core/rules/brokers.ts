import type { Rule } from '../model/rule.ts'

/** Elasticsearch, OpenSearch, RabbitMQ and Kafka as services of tests. */
export const rules: readonly Rule[] = [
  {
    id: 'brokers/unreachable',
    category: 'runner',
    title: 'A search engine or message broker cannot be reached',
    needles: [
      'elasticsearch',
      'opensearch',
      'max virtual memory areas',
      'amqp',
      'rabbitmq',
      '5672',
      'kafka',
      'bootstrap broker',
      ':9092',
      ':9200',
      'zookeeper',
      'nobrokersavailable',
      'cluster_block_exception',
    ],
    pattern:
      /max virtual memory areas vm\.max_map_count|NoNodesAvailableException|None of the configured nodes (?:were|are) available|(?:ECONNREFUSED|[Cc]onnection (?:to \S{1,60} )?refused)[^\n]{0,40}:(?:9200|9092|5672|2181)\b|:(?:9200|9092|5672|2181): connect: connection refused|AMQPConnectionError|AmqpConnectException|ACCESS_REFUSED - Login was refused|NoBrokersAvailable|Bootstrap broker \S{1,80} \(id: -?\d+[^\n]{0,40}disconnected|KafkaJSConnectionError|Timed out waiting for a node assignment|Connection to node -?\d{1,5} \(\S{1,100}\) could not be established/,
    transient: 0.35,
    explanation: 'The service is not started or not ready, or advertises an address that the tests cannot reach.',
    remedies: [
      'Wait for its health check before the tests.',
      'For Elasticsearch set vm.max_map_count=262144 and less heap; for Kafka set advertised listeners to a name that both sides know.',
    ],
    examples: {
      match: [
        { text: 'ERROR: max virtual memory areas vm.max_map_count [65530] is too low, increase to at least [262144]' },
        { text: 'kafka.errors.NoBrokersAvailable: NoBrokersAvailable' },
        { text: 'pika.exceptions.AMQPConnectionError' },
      ],
      miss: ['rabbitmq started on 5672', 'Kafka version: 3.7.0'],
    },
  },
]
