import { expect, test } from 'vitest'
import { reading } from './reading.fixture.ts'

const group = (name: string, ...lines: string[]) => [`##[group]${name}`, ...lines, '##[endgroup]']

test.each([
  [
    'macOS',
    [
      "Current runner version: '2.331.0'",
      ...group('Operating System', 'macOS', '15.7.2', '24G325'),
      ...group(
        'Runner Image',
        'Image: macos-15-arm64',
        'Version: 20260119.0044',
        'Included Software: https://github.com/actions/runner-images/blob/macos-15-arm64/x.md',
      ),
    ],
    { runnerVersion: '2.331.0', os: 'macOS 15.7.2 24G325', image: 'macos-15-arm64', version: '20260119.0044' },
  ],
  [
    'Windows',
    [
      ...group('Operating System', 'Microsoft Windows Server 2025', '10.0.26100', 'Datacenter'),
      ...group('Runner Image', 'Image: windows-2025', 'Version: 20260113.132.1'),
    ],
    { os: 'Microsoft Windows Server 2025 10.0.26100 Datacenter', image: 'windows-2025', version: '20260113.132.1' },
  ],
  [
    'older runners',
    [
      ...group('Operating System', 'Ubuntu', '20.04.4', 'LTS'),
      ...group(
        'Virtual Environment',
        'Environment: ubuntu-20.04',
        'Version: 20220503.1',
        'Included Software: https://github.com/actions/virtual-environments/blob/ubuntu20/20220503.1/images/linux/x.md',
      ),
      ...group('Virtual Environment Provisioner', '1.0.0.0-main-20220421-1'),
    ],
    { os: 'Ubuntu 20.04.4 LTS', image: 'ubuntu-20.04', version: '20220503.1' },
  ],
  [
    'a self-hosted runner, which only tells its version',
    [
      "Current runner version: '2.331.0'",
      "Runner name: 'box-7'",
      "Machine name: 'box-7'",
      ...group('GITHUB_TOKEN Permissions', 'Contents: read'),
    ],
    { runnerVersion: '2.331.0' },
  ],
  [
    'a program that talks of images and versions',
    [...group('Run docker inspect', 'Image: web', 'Version: 20240101.1'), 'Image: web', 'Version: 20240101.1'],
    null,
  ],
  ['nothing', ['hello'], null],
])('%s', (_, lines, facts) => {
  expect(reading(lines).runner).toEqual(facts)
})
