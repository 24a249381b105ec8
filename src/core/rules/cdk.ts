import type { Rule } from '../model/rule.ts'

/** AWS CDK, SAM and the Serverless Framework. */
export const rules: readonly Rule[] = [
  {
    id: 'cdk/failed',
    category: 'config',
    title: 'CDK, SAM or Serverless cannot deploy',
    needles: [
      'is the environment bootstrapped',
      'subprocess exited with error',
      'this cdk cli is not compatible',
      'cloud assembly schema',
      'serverless error',
      'serverlesserror',
      'stack has not been deployed',
      'build failed\nerror',
      'error: pythonpipbuilder',
      'unable to resolve aws account',
      'has not been bootstrapped',
      'cannot resolve serverless.yml',
      'cannot resolve variable',
    ],
    pattern:
      /Is the environment bootstrapped\?|has not been bootstrapped|This CDK CLI is not compatible|Cloud assembly schema version mismatch|Unable to resolve AWS account to use|^\s*Serverless ?Error -+|ServerlessError\d?: |Error: (?:PythonPipBuilder|NodejsNpmBuilder|GoModulesBuilder)[\w:]{1,40} - |Cannot resolve (?:serverless\.yml|variable at)/,
    extent: { before: 1, after: 4 },
    transient: 0.04,
    explanation:
      'The front end of the deployment cannot synthesize or prepare it: versions that do not fit, an account without bootstrap, or a function that does not build.',
    remedies: [
      'Use the same version of CLI and library; run `cdk bootstrap` once per account and region.',
      'Read the builder’s lines for functions that do not build.',
    ],
    examples: {
      match: [
        {
          text: 'This CDK CLI is not compatible with the CDK library used by your application. Please upgrade the CLI to the latest version.',
        },
        { text: 'Error: PythonPipBuilder:ResolveDependencies - {cart==1.0(wheel)}' },
      ],
      miss: ['✅  CartStack'],
    },
  },
]
