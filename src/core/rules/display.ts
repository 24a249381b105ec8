import type { Rule } from '../model/rule.ts'

/** Programs with windows on machines without a display. */
export const rules: readonly Rule[] = [
  {
    id: 'display/missing',
    category: 'config',
    title: 'There is no display',
    needles: [
      'cannot open display',
      "can't open display",
      'could not connect to display',
      'missing x server',
      'unable to open display',
      'xvfb failed to start',
      'no protocol specified',
      'headlessexception',
      'unable to open x display',
      'no display name and no $display',
      'qt.qpa',
      'could not load the qt platform plugin',
      'xvfb-run: error',
      'failed to connect to x',
      'unable to init server',
      'gtk_init',
      '$display',
    ],
    pattern:
      /(?:cannot|can't|Unable to|could not) open (?:X )?display|could not connect to display|Missing X server or \$DISPLAY|Xvfb failed to start|java\.awt\.HeadlessException|no display name and no \$DISPLAY|Could not load the Qt platform plugin "(?<symbol>\w{1,20})"|Unable to init server: Could not connect|xvfb-run: error: /i,
    extent: { after: 2 },
    transient: 0.1,
    explanation: 'A program with windows runs on a machine without an X server.',
    remedies: ['Run it under `xvfb-run -a`, or headless (`QT_QPA_PLATFORM=offscreen`, `-Djava.awt.headless=true`).'],
    examples: {
      match: [
        { text: "Error: Can't open display: " },
        {
          text: 'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.',
          captures: { symbol: 'xcb' },
        },
        { text: '[1111:0102/100000:ERROR:ozone_platform_x11.cc(240)] Missing X server or $DISPLAY' },
      ],
      miss: ['DISPLAY=:99.0 is set'],
    },
  },
]
