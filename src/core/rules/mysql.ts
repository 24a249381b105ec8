import type { Rule } from '../model/rule.ts'

/** MySQL and MariaDB as a service of tests. */
export const rules: readonly Rule[] = [
  {
    id: 'mysql/unreachable',
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
    id: 'mysql/login',
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
]
