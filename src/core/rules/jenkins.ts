import type { Rule } from '../model/rule.ts'

/** Jenkins: controller, agents and pipelines. */
export const rules: readonly Rule[] = [
  {
    id: 'jenkins/agent-lost',
    category: 'runner',
    title: 'The Jenkins agent was lost',
    needles: [
      'channelclosedexception',
      'requestabortedexception',
      'cannot contact',
      'agent went offline',
      'agent was removed',
      'is offline',
      'unexpected termination of the channel',
      'backing channel',
      'was marked offline',
      'removed or offline',
      'slave went offline',
      'process apparently never started',
      'wrapper script does not seem to be touching',
      'unable to create live filepath',
      'agentofflineexception',
    ],
    pattern:
      /ChannelClosedException|RequestAbortedException|^Cannot contact \S{1,120}: |(?:[Aa]gent|[Ss]lave) went offline during the build|Agent was removed|Unexpected termination of the channel|Backing channel '[^'\n]{1,120}' is disconnected|wrapper script does not seem to be touching the log file|process apparently never started|was marked offline: |AgentOfflineException|[Uu]nable to create live FilePath/,
    extent: { before: 1, while: /^\s+at |^Caused/ },
    transient: 0.8,
    explanation:
      'The connection to the machine that ran the build broke: it was shut down, lost its network, or ran out of memory.',
    remedies: [
      'Re-run; look at the agent’s log and memory.',
      'For cloud agents, check why they are taken away (spot instances, pod limits).',
    ],
    examples: {
      match: [
        {
          text: 'hudson.remoting.ChannelClosedException: Channel "hudson.remoting.Channel@1111:builder-1": Remote call on builder-1 failed. The channel is closing down or has closed down',
        },
        { text: 'Cannot contact builder-1: java.lang.InterruptedException' },
        {
          text: 'FATAL: Unable to delete script file\nhudson.remoting.RequestAbortedException: java.io.IOException: Unexpected termination of the channel',
        },
      ],
      miss: ['Running on builder-1 in /var/jenkins/workspace/cart'],
    },
  },
  {
    id: 'jenkins/timeout',
    category: 'timeout',
    title: 'The Jenkins build exceeded its time limit',
    needles: [
      'build timed out',
      'timeout has been exceeded',
      'cancelling nested steps due to timeout',
      'sending interrupt signal to process',
      'timeoutstepexecution',
    ],
    pattern: /Build timed out \(after (?<limit>[\w ]{1,20})\)|Timeout has been exceeded|Cancelling nested steps due to timeout/,
    transient: 0.4,
    explanation: 'A timeout step or the build-timeout plug-in stopped the build.',
    remedies: ['See what it printed last.', 'Raise the limit if it is only slow.'],
    examples: {
      match: [
        { text: 'Build timed out (after 60 minutes). Marking the build as aborted.', captures: { limit: '60 minutes' } },
        { text: 'Cancelling nested steps due to timeout' },
      ],
      miss: ['Timeout set to expire in 1 hr 0 min'],
    },
  },
  {
    id: 'jenkins/aborted',
    category: 'cancelled',
    title: 'The Jenkins build was aborted',
    needles: ['aborted by', 'build was aborted', 'superseded by', 'finished: aborted', 'flowinterruptedexception'],
    pattern:
      /^(?:Build was aborted|Aborted by (?<symbol>[^\n]{1,80})|Superseded by )|^Finished: ABORTED|FlowInterruptedException/,
    role: 'summary',
    transient: 0.6,
    explanation: 'A person, a newer build or a time limit ended this one.',
    remedies: ['Look for a time-out above, or at the newest build.'],
    examples: {
      match: [
        { text: 'org.jenkinsci.plugins.workflow.steps.FlowInterruptedException' },
        { text: 'Aborted by Jo Smith', captures: { symbol: 'Jo Smith' } },
      ],
      miss: ['Finished: SUCCESS'],
    },
  },
  {
    id: 'jenkins/pipeline-script',
    category: 'config',
    title: 'The Jenkins pipeline script is wrong: {message}',
    needles: [
      'workflowscript:',
      'multiplecompilationerrorsexception',
      'nosuchmethoderror: no such dsl method',
      'missingpropertyexception',
      'rejectedaccessexception',
      'scripts not permitted to use',
      'no such library resource',
      'notserializableexception',
      'missingmethodexception',
      'no such property',
      'unable to find jenkinsfile',
      'jenkinsfile not found',
    ],
    pattern:
      /^WorkflowScript: (?<line>\d{1,6}): (?<message>[^\n]{3,200})|MultipleCompilationErrorsException|No such DSL method '(?<symbol>[^'\n]{1,80})'|groovy\.lang\.Missing(?:Property|Method)Exception: |Scripts not permitted to use|RejectedAccessException|No such library resource|NotSerializableException|Unable to find Jenkinsfile/,
    extent: { after: 3 },
    transient: 0.02,
    explanation:
      'The Groovy of the Jenkinsfile or a shared library does not compile, calls what does not exist, or what the sandbox forbids.',
    remedies: [
      'Go to the named line; a missing step means a missing plug-in.',
      'Approve the signature, or mark the method @NonCPS where objects cannot be stored.',
    ],
    examples: {
      match: [
        {
          text: 'WorkflowScript: 12: Expected a step @ line 12, column 9.',
          captures: { line: '12', message: 'Expected a step @ line 12, column 9.' },
        },
        { text: "java.lang.NoSuchMethodError: No such DSL method 'cart' found among steps [archive, bat]" },
      ],
      miss: ['Obtained Jenkinsfile from git https://git.acme.example/cart.git'],
    },
  },
  {
    id: 'jenkins/credentials',
    category: 'config',
    title: "Jenkins has no credentials '{symbol}'",
    needles: ['could not find credentials', 'credentialnotfoundexception', 'credentials not found'],
    pattern: /Could not find credentials (?:entry with ID|matching) '?(?<symbol>[^'\s]{1,100})|CredentialNotFoundException/,
    transient: 0.02,
    explanation: 'The pipeline names credentials that do not exist in this folder or are of another kind.',
    remedies: ['Create them under this id, in a scope that the job sees.'],
    examples: {
      match: [{ text: "ERROR: Could not find credentials entry with ID 'cart-deploy'", captures: { symbol: 'cart-deploy' } }],
      miss: ['using credential cart-deploy'],
    },
  },
  {
    id: 'jenkins/scm',
    category: 'network',
    title: 'Jenkins could not fetch the sources',
    needles: [
      'error fetching remote repo',
      'error cloning remote repo',
      "couldn't find any revision to build",
      'maximum checkout retry attempts',
      'returned status code 128',
      'hudson.plugins.git.gitexception',
    ],
    pattern:
      /ERROR: (?:Error (?:fetching|cloning) remote repo|Couldn't find any revision to build|Maximum checkout retry attempts reached)|hudson\.plugins\.git\.GitException: (?<message>[^\n]{3,150})/,
    extent: { while: /^(?:hudson|stdout|stderr|\s+at |Caused)/ },
    transient: 0.5,
    explanation: 'The git plug-in could not clone or fetch: network, credentials, or a branch that is gone.',
    remedies: ['Read the `stderr:` lines of git below.', 'Check the branch name, and the credentials of the job.'],
    examples: {
      match: [
        { text: "ERROR: Error fetching remote repo 'origin'" },
        { text: "ERROR: Couldn't find any revision to build. Verify the repository and branch configuration for this job." },
      ],
      miss: ['Fetching upstream changes from https://git.acme.example/cart.git'],
    },
  },
  {
    id: 'jenkins/abort-exception',
    category: 'unknown',
    title: 'A Jenkins step failed with exit code {code}',
    needles: [
      'hudson.abortexception',
      'error: script returned exit code',
      'marked build as failure',
      'marked build as failure',
      'marked build as unstable',
      'finished: failure',
      'finished: unstable',
    ],
    pattern:
      /hudson\.AbortException: [^\n]{3,150}|^ERROR: script returned exit code (?<code>-?\d{1,10})|marked build as (?:failure|unstable)|^Finished: (?:FAILURE|UNSTABLE)/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The echo of a step that failed; its own output stands above.',
    remedies: ['Read the output of the step above.'],
    examples: {
      match: [
        { text: "Build step 'Execute shell' marked build as failure" },
        { text: 'ERROR: script returned exit code 2', captures: { code: '2' } },
        { text: 'Finished: FAILURE' },
      ],
      miss: ['Finished: SUCCESS'],
    },
  },
]
