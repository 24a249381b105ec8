import type { Rule } from '../model/rule.ts'

/** Files that are missing, forbidden, busy or too many, in the words of the operating system. */
export const rules: readonly Rule[] = [
  {
    id: 'os-files/too-many-open',
    category: 'resource',
    title: 'Too many open files',
    needles: ['too many open files', 'emfile', 'enfile'],
    pattern: /\b(?:Too many open files|EMFILE: too many|ENFILE: file table overflow|ENFILE\b)/i,
    transient: 0.25,
    explanation: 'A process reached its limit on open files or sockets, or leaks them.',
    remedies: [
      'Raise the limit before the step: `ulimit -n 65536`.',
      'Look for files, sockets or watchers that are opened in a loop and never closed.',
    ],
    examples: {
      match: [
        { text: "OSError: [Errno 24] Too many open files: 'cart.db'" },
        { text: "Error: EMFILE: too many open files, open '/app/x.js'" },
      ],
      miss: ['open files (-n) 1024'],
    },
  },
  {
    id: 'os-files/permission-denied-script',
    category: 'config',
    title: "The script '{file}' is not executable",
    needles: ['permission denied'],
    pattern:
      /^(?:##\[error\]|#\d+ [\d.]+ )?(?:-?(?:\/[\w./]{1,40}\/)?(?:ba|z|da|k)?sh|[^\s:]{1,200}\.sh|\.{0,2}\/[^\s:]{1,200}|sudo|nohup|env): (?:line )?(?:\d+: )?(?<file>[\w.~/@+-]{1,200}): Permission denied\s*$|exec: "[^"\n]{1,200}": permission denied/i,
    transient: 0.02,
    explanation:
      'The shell found the file but may not run it: the executable bit is missing, often because the file was added on Windows or unpacked without modes.',
    remedies: [
      'Set the bit in git: `git update-index --chmod=+x FILE` and commit.',
      'Or call it through its interpreter: `bash FILE`.',
    ],
    examples: {
      match: [
        { text: '/home/ci/work/_temp/a1.sh: line 1: ./gradlew: Permission denied', captures: { file: './gradlew' } },
        { text: '/bin/sh: 1: ./mvnw: Permission denied', captures: { file: './mvnw' } },
        { text: 'OCI runtime create failed: exec: "/entrypoint.sh": permission denied: unknown' },
      ],
      miss: ['git@github.com: Permission denied (publickey).', 'find: ‘/proc/1/fd’: Permission denied when listing'],
    },
  },
  {
    id: 'os-files/permission-denied',
    category: 'config',
    title: "Permission denied on file '{file}'",
    needles: ['permission denied', 'operation not permitted'],
    pattern:
      /\b(?:cannot (?:create|open|remove|touch|stat|access|move|change)[^'"‘:\n]{0,40} ['"‘]?|[Ff]ailed to (?:create|open|write|read|remove) (?:directory |file )?['"‘]?|FileNotFoundException: |(?:open|mkdir|create|unlink|touch:|mkdir:|cp:|mv:) )(?<file>[^'"’:\s()]{1,200})['"’]?(?:: | \()(?:Permission denied|Operation not permitted)/i,
    transient: 0.05,
    explanation:
      'The user that runs this step may not read or write the file. Typical reasons: files left by root inside a container, a volume of another user, or a system path.',
    remedies: [
      'Run the container as the user that owns the workspace (`--user`), or `chown` the files before this step.',
      'Write below the workspace or $HOME instead of a system path.',
    ],
    examples: {
      match: [
        { text: "rm: cannot remove 'build/out.o': Permission denied", captures: { file: 'build/out.o' } },
        { text: 'java.io.FileNotFoundException: /opt/cart.log (Permission denied)', captures: { file: '/opt/cart.log' } },
        { text: 'open /etc/cart/config.yml: permission denied', captures: { file: '/etc/cart/config.yml' } },
      ],
      miss: ['tests/test_permission_denied.py::test_permission_denied PASSED', 'find: /proc/1/fd: Permission denied'],
    },
  },
  {
    id: 'os-files/access-denied',
    category: 'config',
    title: "Permission denied on file '{file}'",
    needles: [
      'eacces:',
      'eperm:',
      'permissionerror:',
      'access to the path',
      'accessdeniedexception',
      'errno::eacces',
      '[errno 13]',
      '[errno 1]',
    ],
    pattern:
      /\b(?:EACCES: permission denied, \w{1,12} '|EPERM: operation not permitted, \w{1,12} '|PermissionError: \[(?:Errno 1?[13]|WinError \d+)\] [^:\n]{5,120}: '?|\[Errno 1?[13]\] (?:Permission denied|Operation not permitted): '?|Access to the path '|nio\.file\.AccessDeniedException: |Errno::EACCES: Permission denied[^/\n]{0,30})(?<file>[^'"\n]{1,200})/,
    transient: 0.05,
    explanation: 'The user that runs this step may not read or write the file, or on Windows another process still holds it.',
    remedies: [
      'Run the step as the user that owns the files, or `chown` them first.',
      'Write below the workspace or $HOME instead of a system path.',
    ],
    examples: {
      match: [
        { text: "Error: EACCES: permission denied, open '/root/.npmrc'", captures: { file: '/root/.npmrc' } },
        { text: "PermissionError: [Errno 13] Permission denied: '/var/log/cart.log'", captures: { file: '/var/log/cart.log' } },
        {
          text: "System.UnauthorizedAccessException: Access to the path 'C:\\acme\\bin' is denied.",
          captures: { file: 'C:\\acme\\bin' },
        },
      ],
      miss: ['✓ maps EACCES: to a friendly message'],
    },
  },
  {
    id: 'os-files/missing-script',
    category: 'config',
    title: "No such file '{file}'",
    needles: ['no such file or directory'],
    pattern:
      /^(?:##\[error\]|#\d+ [\d.]+ )?(?:-?(?:\/[\w./]{1,40}\/)?(?:ba|z|da|k)?sh|[^\s:]{1,200}\.(?:sh|bash)|[^\s:]{1,120}\/[\w.-]{1,60}): (?:line )?(?:\d+: )?(?:cd: |source: |\.: )?(?<file>[\w.~/@+$*{}-]{1,200}): No such file or directory\s*$/i,
    transient: 0.03,
    explanation:
      'A step calls or enters a file that is not there: wrong path or working directory, not checked out, or not built before.',
    remedies: [
      'List the directory right before the step (`pwd; ls -la`) and correct the path or the working directory.',
      'Check that the step that makes the file ran, and that submodules are checked out.',
    ],
    examples: {
      match: [
        {
          text: '/home/ci/.functions: line 104: /home/ci/build/install-tools.sh: No such file or directory',
          captures: { file: '/home/ci/build/install-tools.sh' },
        },
        { text: 'bash: line 3: cd: services/cart: No such file or directory', captures: { file: 'services/cart' } },
        { text: 'bash: ./scripts/build.sh: No such file or directory', captures: { file: './scripts/build.sh' } },
      ],
      miss: ["rm: cannot remove 'tmp.txt': No such file or directory", "find: './target/x': No such file or directory"],
    },
  },
  {
    id: 'os-files/missing-file',
    category: 'config',
    title: "No such file or directory '{file}'",
    needles: ['cannot find or open', '0: cannot open', "0: can't open", 'no such file or directory', 'no such file)'],
    pattern:
      /\b(?:can't open (?:file )?|change_dir |tar \(child\): |(?:sed|cat|cp|mv|tar|chmod|chown|tee|head|tail|install|patch|ln|diff|stat|unzip|gpg|awk|grep|ls|rsync|sort|wc|jq|cd|source): (?:can't (?:read|stat|open|cd to) |cannot (?:stat|access|open|move) |error: Could not open file )?|FileNotFoundException: |(?:open|stat|lstat|chdir) )['‘"]?(?<file>[\w.~/@+*:\\-]{1,200}?)['’"]?(?: failed)?(?:: | \()(?:Cannot \w{1,10}: )?(?:\[Errno 2\] )?No such file|\bunzip: +cannot find or open [\w./~-]{1,200}|sh: \d{1,4}: (?:cannot open|Can't open) [\w./~-]{1,200}/i,
    role: 'summary',
    transient: 0.05,
    explanation:
      'A program wants a file that is not there. Scripts print this also where it does no harm, so read it together with what failed.',
    remedies: [
      'Check the working directory of the step and whether the step that makes the file ran.',
      'Compare upper and lower case: Linux tells them apart, macOS and Windows do not.',
    ],
    examples: {
      match: [
        { text: "/bin/sh: 0: Can't open ci.sh" },
        { text: 'tar (child): cart.tar.gz: Cannot open: No such file or directory' },
        { text: 'unzip:  cannot find or open cart.zip, cart.zip.zip or cart.zip.ZIP.' },
        { text: 'cat: coverage/lcov.info: No such file or directory', captures: { file: 'coverage/lcov.info' } },
        { text: "cp: cannot stat 'dist/cart.js': No such file or directory", captures: { file: 'dist/cart.js' } },
        { text: 'open ./testdata/cart.golden: no such file or directory', captures: { file: './testdata/cart.golden' } },
        { text: "python3: can't open file 'setup.py': [Errno 2] No such file or directory", captures: { file: 'setup.py' } },
      ],
      miss: [
        'cart.c:3:10: fatal error: cart.h: No such file or directory',
        "rm: cannot remove 'tmp.txt': No such file or directory",
      ],
    },
  },
  {
    id: 'os-files/missing-path',
    category: 'config',
    title: "No such file or directory '{file}'",
    needles: [
      'the system cannot find the',
      'or directory @ ',
      'enoent: no such file',
      'filenotfounderror:',
      'find a part of the path',
      'cannot find path',
      'could not find file',
      'errno::enoent',
      'nosuchfileexception',
    ],
    pattern:
      /\b(?:ENOENT: no such file or directory, \w{1,12} '|FileNotFoundError: \[(?:Errno 2|WinError \d)\] [^:\n]{5,80}: b?['"]?|Could not find (?:a part of the path|file) '|Cannot find path '|Errno::ENOENT: No such file or directory[^/\n]{0,30}|nio\.file\.NoSuchFileException: |No such file or directory @ \w{3,30} - )(?<file>[^'"\n]{1,200})|The system cannot find the (?:path|file) specified/,
    role: 'summary',
    transient: 0.05,
    explanation: 'A program wants a file or a program that is not there, and says so in the words of its language runtime.',
    remedies: [
      'Check the working directory of the step and whether the step that makes the file ran.',
      'If the name is that of a program, install it or put it on PATH.',
    ],
    examples: {
      match: [
        { text: 'No such file or directory @ rb_sysopen - config/database.yml (Errno::ENOENT)' },
        { text: 'The system cannot find the path specified.' },
        { text: "FileNotFoundError: [Errno 2] No such file or directory: 'cart.json'", captures: { file: 'cart.json' } },
        {
          text: "Error: ENOENT: no such file or directory, open '/app/dist/index.html'",
          captures: { file: '/app/dist/index.html' },
        },
      ],
      miss: ['npm warn ENOENT: no such file for optional hook'],
    },
  },
  {
    id: 'os-files/text-busy',
    category: 'runner',
    title: 'A file is in use by another process',
    needles: [
      'text file busy',
      'etxtbsy',
      'being used by another process',
      'resource busy or locked',
      'device or resource busy',
      'user-mapped section open',
    ],
    pattern:
      /\b(?:Text file busy|ETXTBSY|being used by another process|EBUSY: resource busy or locked|Device or resource busy|user-mapped section open)\b/i,
    role: 'summary',
    transient: 0.6,
    explanation:
      'A file cannot be replaced, run or removed while another process holds it open: a leftover daemon, a virus scanner, or two steps at once.',
    remedies: [
      'Re-run; if it returns, stop what holds the file (leftover servers, compilers of another job on this machine) before this step.',
    ],
    examples: {
      match: [
        { text: 'bash: ./cart: /bin/sh: bad interpreter: Text file busy' },
        { text: "The process cannot access the file 'C:\\a\\cart.dll' because it is being used by another process." },
      ],
      miss: ['waiting for the text file'],
    },
  },
]
