import type { Rule } from '../model/rule.ts'

/** Boards, probes, virtualisation devices. */
export const rules: readonly Rule[] = [
  {
    id: 'hardware/no-device',
    category: 'runner',
    title: 'A device of the test bench does not answer',
    needles: [
      'could not open port',
      'no such device',
      '/dev/tty',
      'no device found',
      'openocd',
      'target not examined',
      'j-link',
      'usb device',
      '/dev/kvm',
      'kvm kernel module',
      'no debug probe',
      'unable to open device',
    ],
    pattern:
      /could not open port '?(?<file>\/dev\/\S{1,60}|COM\d{1,3})|(?:\/dev\/\S{1,60}): No such device|Error: (?:open failed|unable to open (?:CMSIS-DAP|ftdi|USB) device|init mode failed|no device found)|No (?:debug probe|J-Link|ST-?Link)[^\n]{0,40}(?:connected|found|detected)|Could not access KVM kernel module|[Ff]ailed to open \/dev\/kvm|\/dev\/kvm: Permission denied/,
    transient: 0.5,
    explanation: 'A board, probe or virtualisation device is not there or is in use.',
    remedies: [
      'Check cable, power and rights (group dialout, udev rules; group kvm).',
      'Let jobs that share the device wait for each other.',
    ],
    examples: {
      match: [
        {
          text: "serial.serialutil.SerialException: [Errno 2] could not open port /dev/ttyUSB0: [Errno 2] No such file or directory: '/dev/ttyUSB0'",
          captures: { file: '/dev/ttyUSB0:' },
        },
        { text: 'Could not access KVM kernel module: Permission denied' },
      ],
      miss: ['found device /dev/ttyUSB0'],
    },
  },
]
