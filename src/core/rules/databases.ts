import type { Rule } from '../model/rule.ts'

/** Databases and brokers that tests talk to. */
export const rules: readonly Rule[] = [
  {
    id: 'databases/postgres-unreachable',
    category: 'runner',
    title: 'PostgreSQL cannot be reached',
    needles: [
      'could not connect to server',
      'is the server running',
      'the database system is starting up',
      'the database system is shutting down',
      'connection to server',
      'pg_isready',
      'no response',
      'server closed the connection unexpectedly',
    ],
    pattern:
      /could not connect to server: |Is the server running (?:locally|on (?:that )?host)|the database system is (?:starting up|shutting down|in recovery mode)|connection to server (?:at|on socket) "[^"\n]{1,120}"[^\n]{0,60}failed: (?!FATAL)|server closed the connection unexpectedly/,
    extent: { after: 3 },
    transient: 0.35,
    explanation:
      'No PostgreSQL answers at this address: the service was not started, is not ready yet, or is found under another host name (service name inside containers, localhost outside).',
    remedies: [
      'Add a health check (`pg_isready`) and wait for it.',
      'Use the service’s name as host inside a container job, and a published port outside.',
    ],
    examples: {
      match: [
        { text: 'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused' },
        { text: 'FATAL:  the database system is starting up' },
        { text: '\tIs the server running on host "db" (172.18.0.2) and accepting TCP/IP connections on port 5432?' },
      ],
      miss: ['database system is ready to accept connections'],
    },
  },
  {
    id: 'databases/postgres-login',
    category: 'config',
    title: "PostgreSQL refuses user or database '{symbol}'",
    needles: [
      'password authentication failed for user',
      'does not exist',
      'no pg_hba.conf entry',
      'peer authentication failed',
      'database is uninitialized and superuser password',
    ],
    pattern:
      /(?:FATAL|PG::\w{3,40}|psycopg2?\S{0,40}|OperationalError|error|ERROR):[^\n]{0,160}(?:password authentication failed for user|[Pp]eer authentication failed for user|no pg_hba\.conf entry for host|(?:database|role)) "(?<symbol>[^"\n]{1,80})"(?: does not exist)?|Database is uninitialized and superuser password is not specified/,
    extent: { after: 1 },
    transient: 0.05,
    explanation: 'The server runs, but user, password or database are not those that the service was created with.',
    remedies: [
      'Compare POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB of the service with the connection string.',
      'Create the database before the tests.',
    ],
    examples: {
      match: [
        { text: 'psql: error: FATAL:  password authentication failed for user "cart"', captures: { symbol: 'cart' } },
        { text: 'PG::ConnectionBad: FATAL:  database "cart_test" does not exist', captures: { symbol: 'cart_test' } },
        { text: 'Error: Database is uninitialized and superuser password is not specified.' },
      ],
      miss: ['NOTICE:  role "cart" does not exist, skipping'],
    },
  },
  {
    id: 'databases/mysql',
    category: 'runner',
    title: 'MySQL or MariaDB cannot be reached',
    needles: [
      "can't connect to",
      'error 2002',
      'error 2003',
      'error 2013',
      'lost connection to mysql',
      'mysql server has gone away',
      'communications link failure',
      'er_not_supported_auth_mode',
      'sqlstate[hy000] [2002]',
    ],
    pattern:
      /Can't connect to (?:local )?(?:MySQL|MariaDB|server|MySQL server)[^\n]{0,20}(?: on| through|\b)|ERROR 20(?:02|03|13) \(HY000\)|Lost connection to (?:MySQL|MariaDB|server)|(?:MySQL )?server has gone away|Communications link failure|SQLSTATE\[HY000\] \[2002\]/,
    extent: { after: 1 },
    transient: 0.35,
    explanation:
      'No server answers: it is not started or not ready, or the client looks for a socket where it should use TCP (`localhost` means the socket).',
    remedies: [
      'Wait for the service (`mysqladmin ping`).',
      'Use 127.0.0.1 in place of localhost, or the name of the service inside a container.',
    ],
    examples: {
      match: [
        { text: "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)" },
        { text: 'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure' },
      ],
      miss: ['MySQL init process done. Ready for start up.'],
    },
  },
  {
    id: 'databases/mysql-login',
    category: 'config',
    title: "MySQL refuses user or database '{symbol}'",
    needles: ['access denied for user', 'unknown database', 'error 1045', 'error 1049', 'er_access_denied'],
    pattern: /(?:Access denied for user '?|Unknown database ')(?<symbol>[^'\s]{1,60})/,
    transient: 0.05,
    explanation: 'The server runs, but user, password or database are not those that it was created with.',
    remedies: ['Compare MYSQL_USER, MYSQL_PASSWORD and MYSQL_DATABASE with the connection string.'],
    examples: {
      match: [
        {
          text: "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
          captures: { symbol: 'root' },
        },
        { text: "ERROR 1049 (42000): Unknown database 'cart_test'", captures: { symbol: 'cart_test' } },
      ],
      miss: ['access granted for user'],
    },
  },
  {
    id: 'databases/redis',
    category: 'runner',
    title: 'Redis cannot be reached',
    needles: ['redis', '6379', 'noauth authentication required', 'misconf'],
    pattern:
      /(?:Could not connect to Redis at|Error connecting to Redis|Error \d{1,3} connecting to \S{1,80}:6379|RedisConnectionException|ECONNREFUSED \S{3,40}:6379|Redis connection to \S{1,80} failed|Redis::CannotConnectError|connect: connection refused[^\n]{0,40}6379|:6379: connect: connection refused|NOAUTH Authentication required|MISCONF Redis)/,
    transient: 0.3,
    explanation: 'No Redis answers at this address: not started, not ready, or another host name.',
    remedies: [
      'Start it as a service with `redis-cli ping` as health check.',
      'Use the service’s name as host inside containers.',
    ],
    examples: {
      match: [
        { text: 'Could not connect to Redis at 127.0.0.1:6379: Connection refused' },
        { text: 'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.' },
      ],
      miss: ['redis server v=7.2.0'],
    },
  },
  {
    id: 'databases/mongo',
    category: 'runner',
    title: 'MongoDB cannot be reached',
    needles: ['mongo', '27017', 'serverselectiontimeouterror', 'server selection timed out'],
    pattern:
      /MongoNetworkError|MongoServerSelectionError|MongoTimeoutError|ServerSelectionTimeoutError|No servers? (?:found|are available)[^\n]{0,60}(?:mongo|27017)|:27017: connect: connection refused|ECONNREFUSED \S{3,40}:27017|Timed out after \d+ ms while waiting (?:for|to connect)[^\n]{0,200}(?:server|mongo)/,
    transient: 0.35,
    explanation:
      'No MongoDB answers: it is not started, not ready, or its binary could not be downloaded or run (in-memory server).',
    remedies: [
      'Start it as a service and wait for its port.',
      'For mongodb-memory-server, choose a version that exists for this distribution.',
    ],
    examples: {
      match: [
        { text: 'MongoServerSelectionError: connect ECONNREFUSED ::1:27017' },
        { text: 'pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused' },
      ],
      miss: ['mongod started on port 27017'],
    },
  },
  {
    id: 'databases/search-and-brokers',
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
  {
    id: 'databases/sql-error',
    category: 'config',
    title: 'The database refused a statement: {message}',
    needles: [
      'relation "',
      'no such table',
      'undefinedtable',
      'error 1064',
      'syntax error at or near',
      "doesn't exist",
      'undefinedcolumn',
      'deadlock detected',
      'lock wait timeout',
      'database is locked',
      'duplicate key value',
    ],
    pattern:
      /(?<message>relation "[^"\n]{1,100}" does not exist|no such table: [\w.]{1,80}|Table '[^'\n]{1,100}' doesn't exist|syntax error at or near "[^"\n]{0,60}"|ERROR 1064 \(42000\)|deadlock detected|Lock wait timeout exceeded|database is locked|duplicate key value violates unique constraint "[^"\n]{1,80}")/,
    role: 'summary',
    extent: { after: 2 },
    transient: 0.1,
    explanation:
      'A statement failed: tables that a migration has not made yet, a syntax the server does not know, or two transactions in each other’s way.',
    remedies: [
      'Run the migrations before the tests, against the same database.',
      'Compare the server’s version with the one used locally.',
    ],
    examples: {
      match: [
        {
          text: 'PG::UndefinedTable: ERROR:  relation "carts" does not exist',
          captures: { message: 'relation "carts" does not exist' },
        },
        { text: 'sqlite3.OperationalError: no such table: carts' },
      ],
      miss: ['creating relation "carts"'],
    },
  },
]
