import type { Rule } from '../model/rule.ts'

/** Disks: full, out of inodes or quota, read-only, failing. */
export const rules: readonly Rule[] = [
  {
    id: 'os-disk/full',
    category: 'resource',
    title: 'The disk is full',
    needles: [
      'no space left on device',
      'enospc',
      'not enough space on the disk',
      'disk full',
      'not enough free space',
      'out of disk space',
      "don't have enough free space",
    ],
    pattern:
      /(?:(?:cannot (?:create|write|open|touch)|writing to|write|open|mkdir) '?(?<file>[\w./~@+-]{2,200})'?: )?(?:no space left on device|\bENOSPC\b(?!: System limit)|There is not enough space on the disk|write error: disk full|not enough free (?:disk )?space|(?:ran|is|are) out of disk space|You don't have enough free space)/i,
    extent: { before: 1 },
    transient: 0.35,
    explanation:
      'A write failed because the file system has no room (or no inodes) left. Everything that fails after it follows from it.',
    remedies: [
      'Run `df -h` and `df -i` in the job, and remove what it does not need (old images, tool caches, build trees).',
      'Use a runner with a larger disk; on self-hosted runners, prune workspaces and Docker data on a schedule.',
    ],
    examples: {
      match: [
        {
          text: 'cp: cannot create /builds/acme/out.jar: No space left on device\nwrite /var/lib/docker/tmp/layer: no space left on device',
        },
        { text: 'mkdir /builds/acme/out: no space left on device', captures: { file: '/builds/acme/out' } },
        { text: 'Error: ENOSPC: no space left on device, write' },
        { text: 'System.IO.IOException: There is not enough space on the disk.' },
      ],
      miss: ['Error: ENOSPC: System limit for number of file watchers reached', 'Free space left on device: 12 GB'],
    },
  },
  {
    id: 'os-disk/nearly-full',
    category: 'resource',
    title: 'The disk is nearly full',
    needles: ['running out of disk space', 'low disk space'],
    pattern: /You are running out of disk space|low disk space on/i,
    role: 'summary',
    transient: 0.35,
    explanation:
      'The runner warns that its disk is about to be full. By itself this stops nothing, but steps that fail near it often failed because of it.',
    remedies: ['Free space at the start of the job, or use a runner with a larger disk.'],
    examples: {
      match: [
        {
          text: '##[warning]You are running out of disk space. The runner will stop working when the machine runs out of disk space. Free space left: 62 MB',
        },
      ],
      miss: ['Disk space: 14 GB free'],
    },
  },
  {
    id: 'os-disk/quota',
    category: 'resource',
    title: 'The disk quota is used up',
    needles: ['disk quota exceeded', 'edquot'],
    pattern: /\b(?:Disk quota exceeded|EDQUOT)\b/i,
    transient: 0.1,
    explanation: 'The user or project has reached its quota on this file system, though the disk itself may have room.',
    remedies: ['Remove old caches and workspaces of this user, or ask for a larger quota.'],
    examples: {
      match: [{ text: "mkdir: cannot create directory 'build': Disk quota exceeded" }],
      miss: ['Checking disk quota ... ok'],
    },
  },
  {
    id: 'os-disk/watchers',
    category: 'resource',
    title: 'The limit on file watchers is reached',
    needles: ['number of file watchers', 'inotify', 'too many watchers'],
    pattern:
      /System limit for number of file watchers reached|inotify watch limit reached|(?:inotify_(?:init|add_watch)|inotify instances?)[^\n]{0,60}(?:too many|no space|limit)/i,
    transient: 0.2,
    explanation: 'The kernel allows a user only so many inotify watches; a dev server or test runner in watch mode used them up.',
    remedies: [
      'Run the tool without watch mode in CI.',
      'Raise `fs.inotify.max_user_watches` and `max_user_instances` on the runner.',
    ],
    examples: {
      match: [{ text: "Error: ENOSPC: System limit for number of file watchers reached, watch '/app/src'" }],
      miss: ['fs.inotify.max_user_watches = 524288'],
    },
  },
  {
    id: 'os-disk/read-only',
    category: 'config',
    title: 'The file system is read-only',
    needles: ['read-only file system', 'erofs'],
    pattern: /\bRead-only file system\b|\bEROFS: read-only/i,
    transient: 0.1,
    explanation:
      'The step writes to a place that is mounted read-only: a volume mounted so, a system directory of macOS or an image, or a disk that the kernel protected after an error.',
    remedies: [
      'Write to the workspace or a temporary directory instead.',
      'Check the mount options (`:ro`) of the container or volume.',
    ],
    examples: {
      match: [
        { text: "mkdir: cannot create directory '/data': Read-only file system" },
        { text: "Error: EROFS: read-only file system, open '/opt/app/cart.json'" },
        { text: 'touch: /opt/cart.lock: Read-only file system' },
      ],
      miss: ['Mounted /data as a read-only filesystem'],
    },
  },
  {
    id: 'os-disk/io-error',
    category: 'runner',
    title: 'The disk of the runner reports an input/output error',
    needles: [
      'input/output error',
      'structure needs cleaning',
      'stale file handle',
      'stale nfs file handle',
      'transport endpoint is not connected',
    ],
    pattern:
      /: (?:Input\/output error|Structure needs cleaning|Stale (?:NFS )?file handle|Transport endpoint is not connected)\b|\[Errno 5\] Input\/output error/i,
    transient: 0.7,
    explanation: 'The device or network file system behind this path failed. Nothing in the repository causes that.',
    remedies: ['Re-run on another runner.', 'Take this runner out of service and check its disk or NFS server.'],
    examples: {
      match: [
        { text: 'cp: error reading cart.bin: Input/output error' },
        { text: 'ls: cannot access /mnt/cache: Stale file handle' },
      ],
      miss: ['test_input_output_errors ... ok'],
    },
  },
]
