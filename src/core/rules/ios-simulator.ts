import type { Rule } from '../model/rule.ts'

/** Simulators of iOS and its siblings. */
export const rules: readonly Rule[] = [
  {
    id: 'ios/simulator',
    category: 'runner',
    title: 'The iOS simulator did not start',
    needles: [
      'unable to boot',
      'failed to boot',
      'unable to find a destination',
      'unable to find a device matching',
      'simulator',
      'coresimulator',
      'early unexpected exit',
      'test runner hung',
      'failed to background test runner',
      'lost connection to testmanagerd',
      'test runner never began executing',
      'testing failed',
      'invalid device',
      'the request was denied by service delegate',
      'timed out while',
    ],
    pattern:
      /Unable to boot (?:device|the Simulator)|Failed to boot simulator|Early unexpected exit, operation never finished bootstrapping|[Tt]est runner (?:hung before establishing connection|never began executing tests)|Failed to background test runner|Lost connection to testmanagerd|Simulator device failed to (?:launch|install)|CoreSimulatorService connection (?:became invalid|interrupted)|The request was denied by service delegate|Timed out while (?:loading|waiting for|enabling) (?:Accessibility|the simulator|automation mode)/,
    extent: { after: 3 },
    transient: 0.65,
    explanation: 'The simulator or the test daemon of macOS did not come up in time, which happens on busy machines.',
    remedies: [
      'Re-run; boot the simulator in a step before the tests (`xcrun simctl bootstatus DEVICE -b`).',
      'Run fewer parallel simulators.',
    ],
    examples: {
      match: [
        {
          text: 'cart-Runner encountered an error (Early unexpected exit, operation never finished bootstrapping - no restart will be attempted.)',
        },
        { text: 'Unable to boot device because it cannot be located on disk.' },
      ],
      miss: ['Simulator booted'],
    },
  },
]
