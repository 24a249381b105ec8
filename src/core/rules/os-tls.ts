import type { Rule } from '../model/rule.ts'

/** Certificates and TLS handshakes, in the words of OpenSSL, Go, Java, Node.js, .NET and Schannel. */
export const rules: readonly Rule[] = [
  {
    id: 'os-tls/expired',
    category: 'network',
    title: 'A TLS certificate has expired',
    needles: [
      'certificate has expired',
      'cert_has_expired',
      'certificate expired',
      'certificate is expired',
      'expired or is not yet valid',
      'notafter:',
    ],
    pattern:
      /certificate (?:has|is) expired|CERT_HAS_EXPIRED|certificate expired|has expired or is not yet valid|The certificate has expired/i,
    transient: 0.1,
    explanation:
      'The certificate of a server, or of an authority in its chain, is past its date; or the clock or the CA bundle of this image is old.',
    remedies: [
      'Check the date of the certificate with `openssl s_client -connect HOST:443`.',
      'If the server is fine, update `ca-certificates` in the image.',
    ],
    examples: {
      match: [
        { text: 'x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-12-31' },
        { text: 'Error: certificate has expired (CERT_HAS_EXPIRED)' },
      ],
      miss: ['ok 4 - warns 30 days before a certificate expires'],
    },
  },
  {
    id: 'os-tls/untrusted',
    category: 'network',
    title: 'A TLS certificate is not trusted',
    needles: [
      'unknown authority',
      'certificate verify failed',
      'certificate verification failed',
      'unable to get local issuer',
      'self-signed certificate',
      'self signed certificate',
      'unable_to_verify_leaf',
      'unable to verify the first',
      'pkix path building',
      'server certificate verification',
      'certificate problem',
      'could not establish trust',
      'remote certificate is invalid',
      'certificate is not trusted',
      'peer certificate cannot be authenticated',
      'unable_to_get_issuer',
      'self_signed_cert',
    ],
    pattern:
      /^(?!\s*(?:\{|#|\d{1,4}\. ))[^\n]{0,1500}?(?:signed by unknown authority|CERTIFICATE_VERIFY_FAILED|certificate verif(?:y|ication) failed|SSL certificate problem|unable to get (?:local )?issuer certificate|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:VERIFY_LEAF|GET_ISSUER)|unable to verify the first certificate|PKIX path building failed|server certificate verification failed|could not establish trust relationship|remote certificate is invalid|: self[- ]signed certificate)/i,
    transient: 0.08,
    explanation:
      'The client does not know the authority that signed the certificate: a company proxy or private registry, or an image whose CA bundle is missing or old.',
    remedies: [
      'Install `ca-certificates`, or add the private authority to the image (`update-ca-certificates`, NODE_EXTRA_CA_CERTS, REQUESTS_CA_BUNDLE, a Java keystore).',
      'Do not switch verification off.',
    ],
    examples: {
      match: [
        { text: 'Get "https://registry.acme.example/v2/": x509: certificate signed by unknown authority' },
        { text: 'curl: (60) SSL certificate problem: unable to get local issuer certificate' },
        {
          text: 'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1007)',
        },
        { text: 'sun.security.validator.ValidatorException: PKIX path building failed' },
      ],
      miss: ["  { message = 'unable to get local issuer certificate' }", 'Generating a self-signed certificate'],
    },
  },
  {
    id: 'os-tls/name-mismatch',
    category: 'network',
    title: 'A TLS certificate is for another host',
    needles: [
      'err_tls_cert_altname',
      'no alternative certificate subject',
      "doesn't match",
      'not valid for any names',
      'is valid for',
      'hostname mismatch',
      'does not match target host',
      'hostname/ip does not match',
      'no subject alternative',
    ],
    pattern:
      /ERR_TLS_CERT_ALTNAME_INVALID|no alternative certificate subject name matches|certificate is (?:not valid for any names|valid for [^\n]{1,200}, not )|Hostname mismatch, certificate|Hostname\/IP does not match certificate|does not match target host name|No subject alternative (?:DNS )?names/i,
    transient: 0.1,
    explanation:
      'The server showed a certificate made out to another name: a wrong address, a captive portal, or a broken deployment of the server.',
    remedies: [
      'Check the host name in the configuration.',
      'If it is right, the server shows the wrong certificate: tell its owner, or use a mirror.',
    ],
    examples: {
      match: [
        { text: 'x509: certificate is valid for *.acme.example, not cart.example' },
        { text: "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames" },
      ],
      miss: ["test name doesn't match the pattern"],
    },
  },
  {
    id: 'os-tls/handshake',
    category: 'network',
    title: 'A TLS connection could not be set up',
    needles: [
      'ssl_error_syscall',
      'sslv3 alert',
      'ssl routines',
      'handshake_failure',
      'handshake failure',
      'gnutls',
      'wrong version number',
      'tls connection was non-properly',
      'secure tls connection',
      'ssl connection could not',
      'sslhandshakeexception',
      'eproto',
      'decryption failed or bad record',
      'unsafe legacy renegotiation',
      'ssl_connect',
      'sslerror',
      'ssl/tls secure channel',
      'unexpected_eof_while_reading',
      'dh key too small',
      'tlsv1 alert',
    ],
    pattern:
      /^(?!\s*\d{1,4}\. )[^\n]{0,1500}?(?:SSL_ERROR_SYSCALL|(?:sslv3|tlsv1(?:\.\d)?) alert \w|\bhandshake_failure\b|SSL handshake failure|gnutls_handshake\(\) failed|GnuTLS recv error|WRONG_VERSION_NUMBER|ssl3_get_record:wrong version number|TLS connection was non-properly terminated|before secure TLS connection was established|SSL connection could not be established|SSLHandshakeException|decryption failed or bad record mac|unsafe legacy renegotiation disabled|SSL_connect (?:returned|SYSCALL|error)|Could not create SSL\/TLS secure channel|UNEXPECTED_EOF_WHILE_READING|dh key too small)/i,
    transient: 0.55,
    explanation:
      'Client and server broke off while agreeing on encryption: a connection cut in the middle, a proxy that speaks plain HTTP, or protocols and ciphers with nothing in common.',
    remedies: ['Re-run once.', 'If it returns, compare TLS versions: an old client or image may lack TLS 1.2/1.3.'],
    examples: {
      match: [
        { text: 'curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to dl.acme.example:443' },
        { text: 'error: RPC failed; curl 56 GnuTLS recv error (-54): Error in the pull function.' },
        { text: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure' },
      ],
      miss: ['checking for gnutls... yes', 'libssl3 is already the newest version'],
    },
  },
]
