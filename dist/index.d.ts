/** What is known of a log once it has been read: never the log itself, only what matters of it. */
/** Who wrote the log, as far as its lines tell. */
type LogFormat = 'annotations' | 'github' | 'gh-run-view' | 'gitlab' | 'travis' | 'jenkins' | 'plain';
/** One line of a log, cleaned for reading: no ANSI, no timestamp, no control characters. */
interface LogLine {
    /** 1-based number in the raw log, counting line feeds. */
    readonly n: number;
    readonly text: string;
    /** When the CI printed it, in epoch milliseconds. */
    readonly timeMs?: number;
    /** The line is script that the CI echoes before it runs it, not output. */
    readonly echo?: true;
    /** What the CI marked this line as. */
    readonly mark?: LineMark;
}
/** A CI's own marking of a line (`##[error]`, `travis_fold:start`, …), in one vocabulary for all formats. */
type LineMark = 'step' | 'group' | 'endgroup' | 'command' | 'error' | 'warning' | 'notice' | 'debug';
/** A stretch of a log that belongs together: a step, a fold, one command. */
interface Section {
    readonly kind: 'step' | 'group' | 'command';
    readonly name: string;
    readonly job: string | null;
    /** First and last raw line, inclusive. */
    readonly lines: readonly [start: number, end: number];
    readonly durationMs?: number;
    /** Exit code of the command, where the log tells. */
    readonly exitCode?: number;
    /** The CI says that this is where the job failed. */
    readonly failed?: boolean;
}
/** The machine a job ran on, as its log says. */
interface RunnerFacts {
    readonly image?: string;
    readonly version?: string;
    readonly os?: string;
    readonly runnerVersion?: string;
    readonly region?: string;
}
/** How a job ended, in its CI's own words. */
type Verdict = 'passed' | 'failed';
/** How often something was looked up in a cache; null where a log does not tell. */
interface CacheLooks {
    readonly hits: number | null;
    readonly misses: number | null;
}

/** A text whose occurrence makes a part of a log worth keeping, and how much. */
interface TellingText {
    readonly text: string;
    readonly weight: number;
}
/** What is kept of a large log, in bytes: its beginning, its end, and the best blocks between them. */
interface ThinSizes {
    readonly head: number;
    readonly tail: number;
    readonly best: number;
}

/** What one test framework reported in one log (all of its runs in that log together). */
interface TestReport {
    /** Id of the framework: `jest`, `pytest`, `junit-xml`, … */
    readonly framework: string;
    /** The job it is about, where that is known from outside a log. */
    readonly job?: string;
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
    readonly failedTests: readonly FailedTest[];
}
/** A test that failed or errored; one entry per test, however often the log repeats it. */
interface FailedTest {
    /** As the framework prints it, with its suite or file where it prints one. */
    readonly name: string;
    /** First line or two of why. */
    readonly message?: string;
    /** Raw lines where the failure is told, first to last. */
    readonly lines?: readonly [start: number, end: number];
    readonly file?: string;
    readonly line?: number;
}
/** Reads one framework's results out of a job's log. */
interface TestFramework {
    readonly id: string;
    /** Literal texts of which at least one stands in every log of this framework; compared without case, at least 3 characters. */
    readonly needles: readonly string[];
    /**
     * `lines` are cleaned, in order, with gaps where a huge log was thinned out (see `n`).
     * Null where this framework did not report here. Never throws; time linear in the text.
     */
    parse(lines: readonly LogLine[]): TestReport | null;
}

/** Why a job failed, as a closed list; ids are printed as they stand. */
declare const CATEGORIES: readonly ["test", "flaky_test", "compile", "lint", "dependency", "network", "rate_limit", "auth", "config", "runner", "resource", "timeout", "deploy", "crash", "cancelled", "unknown"];
/** One of {@link CATEGORIES}. */
type Category = (typeof CATEGORIES)[number];

/** One dependency that a change moved, added or dropped, as a manifest or lock file shows it. */
interface DependencyChange {
    /** Who resolves it: `npm`, `maven`, `github-actions`, … */
    readonly ecosystem: string;
    /** As the file writes it: `lodash`, `org.slf4j:slf4j-api`, `actions/checkout`; a property where only that is to be seen. */
    readonly name: string;
    /** Null where it was added. */
    readonly from: string | null;
    /** Null where it was dropped. */
    readonly to: string | null;
    readonly file: string;
    /** In the new file, 1-based; in the old one where it was dropped. */
    readonly line: number;
    /** Somebody wrote it down: in a manifest, not only in a lock file. */
    readonly direct: boolean;
    /**
     * Nobody changed it: the build fetched another version than the green run did. `file` is then the name of the log, `line` the line that
     * says so.
     */
    readonly unpinned?: true;
}

/** What a history says about one test of one job. Plain JSON; this is what `sherpa flaky --json` prints. */
interface TestFlakiness {
    readonly repository: string;
    readonly workflow: string;
    readonly job: string;
    readonly name: string;
    readonly state: TestState;
    /** How often it fails without a reason, in the time when it does: 0..1. */
    readonly rate: number;
    /** Where that rate lies with a certainty of 95 %. */
    readonly interval: readonly [low: number, high: number];
    /** Results, and the failures among them. */
    readonly runs: number;
    readonly failures: number;
    /** When the state began; null where it has always been so, as far as the history goes. */
    readonly since: StateChange | null;
    readonly evidence: FlakyEvidence;
    /** The time that was looked at, in equal parts: of how many results how many failed. */
    readonly trend: readonly Share[];
}
/**
 * `flaky`: fails at times without a reason. `broken`: fails now, and for a reason that hits everybody. `fixed`: was one of the two.
 * `healthy`: fails only where it should.
 */
type TestState = 'healthy' | 'flaky' | 'broken' | 'fixed';
/** The state changed after one commit and with, or before, another. */
interface StateChange {
    /** The first commit known to show it. */
    readonly commit: string | null;
    /** RFC 3339. */
    readonly at: string;
    /** The last commit known to show the state before. */
    readonly after: string | null;
}
/** Why a test is called flaky, or not. */
interface FlakyEvidence {
    /** The chance, 0..1, that it was flaky at some time, and that it is now. */
    readonly ever: number;
    readonly now: number;
    /** Failures that nothing but flakiness explains, as an expected count. */
    readonly unexplained: number;
    /** How often a commit failed and passed on the same runner image; the like on how many pull requests and branches. */
    readonly mixed: number;
    readonly lines: number;
    /** Failures left out because most tests of their job failed together. */
    readonly outages: number;
    /** Failures left out because only a log tells them: of the same job it does not name the tests that passed. */
    readonly logged: number;
    /** Runner images that always fail it, which others do not: left out, too. */
    readonly badImages: readonly string[];
    /** Some of those pull requests (`#12`) and branches, the newest last. */
    readonly blamedOn?: readonly string[];
    readonly lastFailure: LastFailure | null;
}
interface LastFailure {
    readonly run: number;
    readonly commit: string | null;
    /** RFC 3339. */
    readonly at: string;
    /** The chance, 0..1, that flakiness alone failed it. */
    readonly blamed: number;
}
type Share = readonly [failures: number, runs: number];

/** A run of a CI, in GitHub's words; other providers map theirs. Unknown is left out, never assumed. */
/** How a run, job or step ended, as a closed list. */
declare const CONCLUSIONS: readonly ["success", "failure", "cancelled", "timed_out", "skipped", "neutral", "action_required", "stale", "startup_failure"];
/** One of {@link CONCLUSIONS}. */
type Conclusion = (typeof CONCLUSIONS)[number];
/** Facts of one attempt of one run. Times are RFC 3339. */
interface Run {
    readonly repository?: string;
    readonly workflow?: string;
    readonly run?: number;
    readonly attempt?: number;
    readonly url?: string;
    readonly event?: string;
    readonly branch?: string;
    readonly base?: string;
    readonly pullRequest?: number;
    /** Its code comes from another repository. */
    readonly fork?: boolean;
    readonly commit?: string;
    readonly parents?: readonly string[];
    readonly actor?: string;
    readonly triggeredBy?: string;
    readonly startedAt?: string;
    readonly completedAt?: string;
    readonly status?: 'queued' | 'in_progress' | 'completed';
    readonly conclusion?: Conclusion;
    readonly changes?: readonly Change[];
}
/** One changed file of the commit or pull request under test. */
interface Change {
    readonly file: string;
    /** Unified diff. */
    readonly patch?: string;
}
/** Another attempt of the same run, so of the same commit: what became of the jobs that it ran. */
interface Attempt {
    readonly attempt: number;
    readonly jobs: readonly Pick<Job, 'name' | 'conclusion'>[];
}
/** One job of an attempt. */
interface Job {
    readonly id?: number;
    readonly name: string;
    readonly conclusion?: Conclusion;
    readonly startedAt?: string;
    readonly completedAt?: string;
    readonly queuedMs?: number;
    readonly needs?: readonly string[];
    readonly runner?: {
        readonly image?: string;
        readonly version?: string;
        readonly os?: string;
    };
    readonly steps?: readonly Step[];
    readonly annotations?: readonly Annotation[];
}
interface Step {
    readonly name: string;
    readonly conclusion?: Conclusion;
    readonly durationMs?: number;
}
/** A message that the CI attached to a job beside its log; runner loss and time-outs often stand only here. */
interface Annotation {
    readonly level: 'failure' | 'warning' | 'notice';
    readonly message: string;
    readonly title?: string;
    readonly file?: string;
    readonly line?: number;
}

/** What is remembered of earlier runs of the jobs in question: plain data, filled by whoever keeps a history. */
interface Past {
    /** In any order; the run that is diagnosed is not among them. */
    readonly runs: readonly PastRun[];
    /** The commits of the base branch, oldest first, as far as they are known. */
    readonly commits?: readonly string[];
    /** What was measured in the jobs in question. */
    readonly metrics?: readonly PastMetric[];
    /** What the history says of the tests that failed; the run that is diagnosed may be in it. */
    readonly tests?: readonly KnownTest[];
}
type KnownTest = Pick<TestFlakiness, 'job' | 'name' | 'state' | 'rate' | 'interval' | 'runs' | 'failures' | 'evidence'>;
/** One earlier attempt of one job. What is not known is left out. */
interface PastRun {
    readonly run?: number;
    readonly attempt?: number;
    readonly job: string;
    readonly conclusion: Conclusion;
    readonly commit?: string;
    readonly branch?: string;
    readonly pullRequest?: number;
    /** RFC 3339. */
    readonly startedAt?: string;
    readonly runner?: {
        readonly image?: string;
        readonly version?: string;
    };
    /** Its tests, and those of them that failed. */
    readonly tests?: {
        readonly total: number;
        readonly failed: number;
    };
    /** Of its root failure. */
    readonly fingerprint?: string;
    readonly url?: string;
}
/** One metric of earlier runs of a job, oldest first. */
interface PastMetric {
    /** As the run names it. */
    readonly job: string;
    /** With its unit, such as `durationMs`; that of a step is `stepMs:NAME`. */
    readonly metric: string;
    readonly points: readonly PastPoint[];
}
interface PastPoint {
    readonly run: number;
    /** Epoch milliseconds. */
    readonly at: number;
    readonly value: number;
    /** How many trials a share is of. */
    readonly trials?: number;
}

/** Something outside the project's own code that lines of a log name where they tell of trouble: a class, a package, an artifact. */
interface Pointer {
    /**
     * `class` is a qualified name (`org.slf4j.Logger`), `artifact` is `group:artifact` or `group:artifact:version`, `term` a name by which
     * one of the changed dependencies goes.
     */
    readonly form: 'class' | 'artifact' | 'term';
    /**
     * What the line says: `broken` that something is missing or no longer fits, `error` that something failed, `frame` that it was at work
     * when that happened, `aside` only that it is there.
     */
    readonly where: 'broken' | 'error' | 'frame' | 'aside';
    readonly name: string;
    /** How many lines name it so. */
    readonly count: number;
    /** The first of them, 1-based. */
    readonly at: number;
}
/** The versions of an artifact (`group:artifact`) that a build asked for, in the order in which it did. */
interface Resolved {
    readonly name: string;
    readonly versions: readonly string[];
}

/** All the evidence a diagnosis rests on: plain JSON, a few hundred kilobytes whatever the logs' sizes. */
interface CaseFile {
    readonly schema: 'sherpa.case/1';
    readonly source: Source;
    readonly run: Run | null;
    /** What the run's changes did to dependencies, read from whole patches; absent where there are no changes. */
    readonly dependencies?: readonly DependencyChange[];
    readonly jobs: readonly Job[];
    /** Earlier runs of the same jobs; only where a history is kept. */
    readonly past?: Past;
    /** The run's other attempts, where it has any and they are known. */
    readonly attempts?: readonly Attempt[];
    readonly logs: readonly LogExtract[];
    /** Results that came from JUnit XML rather than from a log. */
    readonly reports: readonly TestReport[];
    /** What could not be had, and why: expired logs, missing rights, a broken archive. */
    readonly notes: readonly Note[];
}
/** What was asked about. */
interface Source {
    readonly kind: 'file' | 'stdin' | 'directory' | 'archive' | 'run-document' | 'github' | 'command';
    readonly name: string;
}
/** Something the reader should know about the evidence itself. */
interface Note {
    readonly code: string;
    readonly text: string;
}
/** What matters of one log. */
interface LogExtract {
    readonly name: string;
    /** The job this log belongs to, where that is known from outside the log. */
    readonly job: string | null;
    readonly format: LogFormat;
    readonly size: {
        readonly lines: number;
        readonly bytes: number;
    };
    readonly runner: RunnerFacts | null;
    readonly sections: readonly Section[];
    /** How the job ended, where the log shows the CI's own words for it. */
    readonly verdict?: Verdict;
    readonly matches: readonly Match[];
    readonly tests: readonly TestReport[];
    /** The lines that may be shown or weighed, in order, with gaps. */
    readonly lines: readonly ExcerptLine[];
    /** What its trouble points at; only where dependencies changed. */
    readonly pointers?: readonly Pointer[];
    /** What was fetched of the groups that changed dependencies belong to; only where the log tells. */
    readonly resolved?: readonly Resolved[];
    /** What was installed at another version than in the green log; only where there is one. */
    readonly drifts?: readonly DependencyChange[];
    /** A green log of the same job was at hand, so `novel` means something. */
    readonly compared: boolean;
    /** Different lines, masked, that no green log of the job has; only where they can be counted. */
    readonly newLines?: number;
    /** Only where it tells. */
    readonly caches?: CacheLooks;
}
/** A kept line with what is known about it. */
interface ExcerptLine extends LogLine {
    /** How much it looks like the explanation of a failure: 0..1, from the line model. */
    readonly score: number;
    /** No green log prints such a line (numbers and ids masked). */
    readonly novel?: true;
}
/** One place where a rule recognised a failure. Self-contained, so that a case file replays without the rule. */
interface Match {
    readonly rule: string;
    readonly category: Category;
    readonly role: 'cause' | 'summary' | 'symptom';
    readonly title: string;
    /** The matching line and its extent. */
    readonly lines: readonly [start: number, end: number];
    /** The matching line itself. */
    readonly at: number;
    readonly text: string;
    readonly captures: Readonly<Record<string, string>>;
    readonly transient: number;
    /** How many further lines of this log match the same rule (they are not listed beyond a cap). */
    readonly repeats: number;
}

/** One linear model a class over {@link caseWords}: `weights` holds {@link WORD_SPACE} values a class. */
interface WordModel {
    readonly classes: number;
    readonly bias: Float32Array;
    readonly weights: Float32Array;
}

/**
 * How often, on labelled logs, a rule's match lay where people pointed and its category was theirs: log-odds, drawn towards the
 * mean of the rule's role where few projects showed it.
 */
interface RuleRecord {
    readonly pointed: number;
    readonly agreed: number;
}
/** The record of each rule by id; of rules never seen, their role's under `role:cause`, `role:summary`, `role:symptom`. */
type RuleRecords = Readonly<Record<string, RuleRecord>>;

/** Logistic regression on the words of a line and, with weights of their own, of the lines just above and below it. */
interface TextModel {
    readonly bias: number;
    readonly self: Float32Array;
    readonly above: Float32Array;
    readonly below: Float32Array;
}

/**
 * Gradient-boosted regression trees (Friedman, "Greedy Function Approximation", Annals of Statistics 29, 2001): the sum of
 * many small trees is a log-odds. Nodes lie in flat arrays; a leaf has feature -1 and its value in `threshold`.
 */
interface Trees {
    readonly bias: number;
    /** Index of each tree's first node. */
    readonly roots: Int32Array;
    readonly feature: Int8Array;
    /** Go left where the feature is at most this. */
    readonly threshold: Float32Array;
    /** The left child; the right one follows it. */
    readonly left: Int32Array;
}

/** Everything that was learned from labelled logs. */
interface Models {
    /** Lines from words. */
    readonly text: TextModel;
    /** Lines from words, place, rules and novelty. */
    readonly line: Trees;
    /** Lines from the first opinions around them. */
    readonly context: Trees;
    /** Which candidate is the root. */
    readonly candidate: Trees;
    /** How reliable each rule has been. */
    readonly records: RuleRecords;
    /** Categories from words. */
    readonly words: WordModel;
    /** Categories from candidates and words. */
    readonly category: Trees;
    /** Whether a re-run passes. */
    readonly transient: Trees;
    /** Raw confidence → calibrated, as `[raw, calibrated]` corners of a rising line. */
    readonly confidence: readonly (readonly [number, number])[];
    readonly transience: readonly (readonly [number, number])[];
}

/** Finds which of many texts occur in a line, whatever the case of their ASCII letters. Cheap to make: a command pays for it at its start. */
interface TextFinder {
    /** The texts that occur in `line`, as indices without repetition, in the order of their ends. Empty texts occur nowhere. */
    find(line: string): readonly number[];
}

/**
 * A known failure, as an entry of a dictionary: how to recognise it, what it means, what to do.
 * Its examples are its tests and its documentation.
 */
interface Rule {
    /** `tool/what`, e.g. `npm/eresolve`. */
    readonly id: string;
    readonly category: Category;
    /** Headline; `{name}` stands for a named capture and is left out, with its quotes, where the capture is empty. */
    readonly title: string;
    /** Literal texts of which at least one stands in every line that matches; compared without case, at least 3 characters. */
    readonly needles: readonly string[];
    /**
     * Applied to one cleaned line. Named groups are the captures; `file`, `line`, `column`, `test`, `package` and `code`
     * mean what they say everywhere.
     */
    readonly pattern: LinePattern;
    /**
     * `cause` names what is wrong (default). `summary` says that a tool failed, and only roughly why ("3 errors", "BUILD FAILURE").
     * `symptom` is the echo of a failure told elsewhere (exit codes, cancelled siblings, `make: *** Error`).
     */
    readonly role?: 'cause' | 'summary' | 'symptom';
    /** Which neighbouring lines belong to the message. */
    readonly extent?: Extent | undefined;
    /** Probability, 0..1, that a plain re-run of the same commit passes when this is the cause. */
    readonly transient: number;
    /** What it means, for somebody who meets it for the first time: one to three sentences. */
    readonly explanation: string;
    /** What to do next, most promising first; imperative sentences. */
    readonly remedies: readonly string[];
    readonly examples: RuleExamples;
}
/** A compiled pattern: a RegExp, or another engine's with the same one method. */
interface LinePattern {
    exec(line: string): {
        readonly groups?: Readonly<Record<string, string | undefined>> | undefined;
    } | null;
}
/** Lines around a match that a person should read with it. */
interface Extent {
    /** Lines before the match, a fixed number. */
    readonly before?: number;
    /** Lines after the match, a fixed number. */
    readonly after?: number;
    /** Further lines after those, as long as they match. At most {@link MAX_EXTENT}. */
    readonly while?: LinePattern;
}
/** Texts that must match and texts that must not; a text may have several lines, of which one must match. */
interface RuleExamples {
    readonly match: readonly RuleExample[];
    /** At least one: the near miss that this rule must leave alone. */
    readonly miss: readonly string[];
}
/** A text that must match, and the captures that must come out of it (those named here). */
interface RuleExample {
    readonly text: string;
    readonly captures?: Readonly<Record<string, string>>;
}

/** Rules made ready: which literal belongs to which rule, so that a line costs nothing until one of them occurs in it. */
interface Matcher {
    readonly finder: TextFinder;
    readonly rules: readonly Rule[];
    /** The rule (index) of each literal; behind the rules come the others. */
    readonly ownerOf: Uint16Array;
    /** How many others there are whose literals are noticed on the way. */
    readonly others: number;
}

/** What a log is to be asked about, known before it is read. */
interface Clues {
    readonly terms: readonly string[];
    /** Of Maven's artifacts. */
    readonly groups: readonly string[];
}

/** What green logs of the same job print, as hashes of masked lines. */
interface Baseline {
    has(text: string): boolean;
    /** The same by the hash of a masked line. */
    hasHash(hash: number): boolean;
    readonly size: number;
    /** The versions at which a package was installed. */
    versionsOf(ecosystem: string, name: string): ReadonlySet<string>;
}
/** Reads one or more green logs, in any format, a piece at a time. */
declare function createBaselineReader(): {
    push(chunk: Uint8Array): void;
    end(): Baseline & {
        readonly hashes: ReadonlySet<number>;
    };
};

interface KeepOptions {
    /** Asked for only when a log turns out to be large. */
    readonly telling: () => readonly TellingText[];
    readonly sizes?: KeptSizes;
}
/** In bytes, to which each line adds what it costs. */
interface KeptSizes extends ThinSizes {
    /** A log up to this size is kept whole. */
    readonly whole: number;
}

/** What sherpa knows before it has read a line, made ready once. */
interface Knowledge {
    readonly matcher: Matcher;
    /** In the order of the matcher's others. */
    readonly frameworks: readonly TestFramework[];
    readonly models: () => Models;
    /** What makes a part of a large log worth keeping. */
    readonly scanner: KeepOptions;
}
/** `models` default to the learned ones, which are unpacked when first asked for. */
declare function createKnowledge(parts: {
    rules: readonly Rule[];
    frameworks: readonly TestFramework[];
    models?: () => Models;
}): Knowledge;
/** Reads one log, a chunk of bytes at a time, and tells what matters of it. Memory does not grow with the log. */
interface LogReader {
    push(chunk: Uint8Array): void;
    /** `clues` is what the log is further asked about; `baseline` is what green logs print, where that is known only now. */
    end(clues?: Clues, baseline?: Baseline): LogExtract;
    /** What is remembered of a log that nobody has to explain: quicker. */
    endGreen(): LogSummary;
}
/** What a log tells about its job. */
type LogSummary = Pick<LogExtract, 'size' | 'runner' | 'verdict' | 'matches' | 'tests' | 'caches'>;
interface LogReaderOptions {
    readonly name: string;
    readonly job: string | null;
    readonly knowledge: Knowledge;
    readonly baseline?: Baseline | undefined;
}
declare function createLogReader({ name, job, knowledge, baseline }: LogReaderOptions): LogReader;

/** The answer: what broke, where it says so, how sure we are, and what a re-run would do. */
interface Diagnosis {
    readonly schema: 'sherpa.diagnosis/1';
    readonly source: Source;
    readonly run: Run | null;
    /** One sentence, redacted, fit for a title. */
    readonly headline: string;
    readonly category: Category;
    /** Probability, 0..1, that `category` is right. */
    readonly confidence: number;
    /** Probability, 0..1, that a plain re-run of the same commit passes. */
    readonly transient: number;
    /** Root first. */
    readonly failures: readonly Failure[];
    /** Best first. */
    readonly highlights: readonly Highlight[];
    readonly tests: readonly TestReport[];
    readonly anomalies: readonly Anomaly[];
    readonly causes: readonly Cause[];
    readonly explanation: string;
    /** What to do next, most promising first. */
    readonly nextSteps: readonly string[];
    readonly notes: readonly Note[];
    readonly stats: Stats;
}
/** One recognised failure. */
interface Failure {
    readonly category: Category;
    /** Id of the rule that recognised it; null where a test report or the learned model did. */
    readonly rule: string | null;
    readonly title: string;
    readonly message: string;
    readonly job: string | null;
    readonly step: string | null;
    /** Raw lines, 1-based, inclusive; null where the evidence is an annotation or a step's conclusion, not a log line. */
    readonly lines: readonly [start: number, end: number] | null;
    readonly file?: string;
    readonly line?: number;
    readonly captures: Readonly<Record<string, string>>;
    /** Same failure, same id, whatever the run: `v1:` and a hash of rule and masked message. */
    readonly fingerprint: string;
    readonly confidence: number;
}
/** Lines that a person should read. */
interface Highlight {
    readonly job: string | null;
    readonly lines: readonly [start: number, end: number];
    readonly score: number;
    /** The cleaned text of those lines. */
    readonly text: readonly string[];
}
/** Something unusual against history; a lasting shift is one anomaly, where it begins. */
interface Anomaly {
    readonly repository: string;
    readonly workflow: string;
    /** Null for a metric of the whole run. */
    readonly job: string | null;
    readonly metric: string;
    /** Id of the detector that found it. */
    readonly detector: string;
    /** The first run that shows it, and when that ran (RFC 3339), where this is known. */
    readonly run: number | null;
    readonly at: string | null;
    /** Since when it lasts, RFC 3339; null for what happened once. */
    readonly since: string | null;
    /** When it was as before again, RFC 3339; null where it lasts. Absent where nobody looked. */
    readonly until?: string | null;
    readonly observed: number;
    readonly expected: number;
    /** How sure, 0..1. */
    readonly score: number;
    readonly direction: 'up' | 'down';
    /** All of that in one sentence. */
    readonly explanation: string;
}
/** A candidate for the root cause, with its evidence. */
interface Cause {
    readonly kind: string;
    readonly title: string;
    readonly subject?: string;
    readonly confidence: number;
    readonly evidence: readonly Evidence[];
}
/** What speaks for or against a cause. */
interface Evidence {
    readonly signal: string;
    readonly text: string;
    /** Natural log-odds: above 0 speaks for the cause, below 0 against it. */
    readonly weight: number;
    readonly at?: LineRef;
    readonly url?: string;
}
/** A line of a job's log: 1-based, in the raw log. */
interface LineRef {
    readonly job: string | null;
    readonly line: number;
}
/** How much was read. */
interface Stats {
    readonly logs: number;
    readonly lines: number;
    readonly bytes: number;
    readonly jobs: number;
    readonly failedJobs: number;
    readonly compared: boolean;
}

/**
 * Evidence in, answer out: pure, so that the same case file always gives the same diagnosis.
 */
declare function diagnose(file: CaseFile, knowledge: Pick<Knowledge, 'matcher' | 'models'>): Diagnosis;

/** A log that can be read once: its bytes come when asked for, so that none is held whole. */
interface LogSource {
    readonly name: string;
    /** The job it belongs to, where that is known from outside the log. */
    readonly job: string | null;
    /**
     * `tell` hears of trouble that leaves the rest readable; trouble that does not is thrown as a SherpaError. A chunk is valid
     * until the next one is asked for.
     */
    open(tell?: Tell): AsyncIterable<Uint8Array>;
}
/** Hears what the reader should know about the evidence itself. */
type Tell = (note: Note) => void;

/** What stands behind a name that a user gave: logs to read, or a run told in one document. */
type Input = LogInput | DocumentInput;
/** One or more logs that belong to one case. */
interface LogInput {
    readonly kind: 'logs';
    readonly source: Source;
    /** In reading order; each can be opened once. */
    readonly logs: readonly LogSource[];
    /** What was left out, and why. */
    readonly notes: readonly Note[];
}
/** A run document (`sherpa.run/1`), not yet checked. */
interface DocumentInput {
    readonly kind: 'run-document';
    readonly source: Source;
    readonly text: string;
    /** The log at a path that is relative to the document. */
    logFile(path: string, job: string): LogSource;
}
/** A small file that was read whole. */
interface TextFile {
    readonly name: string;
    readonly text: string;
}

interface GatherOptions {
    readonly knowledge: Knowledge;
    /** Logs of a green run of the same job. */
    readonly baseline?: readonly LogSource[] | undefined;
    /** The same by the job that a log is of. */
    readonly baselineOf?: ((job: string) => Promise<Baseline | undefined>) | undefined;
    /** Test reports in JUnit's XML. */
    readonly junit?: readonly TextFile[] | undefined;
    /** Told the bytes read so far of the log with this name. */
    readonly onProgress?: ((bytes: number, log: string) => void) | undefined;
}
/** Makes the case file of one input, whatever it is. */
declare const gatherInput: (input: Input, options: GatherOptions) => Promise<CaseFile>;

/** One measurement of a metric. */
interface Point {
    /** Milliseconds since the epoch; NaN where the series does not say. */
    readonly at: number;
    /** NaN where nothing was measured. */
    readonly value: number;
    /** How many trials a rate in `value` is of; absent: one. */
    readonly trials?: number;
    /** What was seen, where the metric counts names: the masked text of an error. */
    readonly label?: string;
}
/** What was found in one series: positions count from 0. */
interface SeriesScore {
    /** 0..1 a point; one from 0.5 on is an alert. The score of a point depends on no later one. */
    readonly scores: readonly number[];
    /** Single points far from their neighbours. */
    readonly anomalies: readonly number[];
    /** First points of a new level, spread or rate. */
    readonly changePoints: readonly number[];
    /** The same with their reasons, and the alerts that neither explains, in order of time; each shift once. */
    readonly findings: readonly Finding[];
}
/** One thing worth telling about a series. */
interface Finding {
    /** A lasting change of level, spread or rate; one point far off; or what is unusual in another way. */
    readonly kind: 'level' | 'spread' | 'rate' | 'point' | 'unusual';
    /** Who found it. */
    readonly detector: string;
    /** Where it begins, from 0. */
    readonly index: number;
    /** How many points it lasts. */
    readonly points: number;
    /** In the metric's unit; for `spread` a standard deviation. */
    readonly observed: number;
    readonly expected: number;
    /** 0..1, how sure. */
    readonly score: number;
    readonly direction: 'up' | 'down';
}

/**
 * Expected trouble: the world or the user gave us something that cannot be worked with. The message is one sentence that says
 * who answered what to which request; the hint is one imperative.
 */
declare class SherpaError extends Error {
    readonly name = "SherpaError";
    readonly code: string;
    readonly kind: TroubleKind;
    readonly hint: string | undefined;
    /** Told by its name: a program may hold more than one copy of this class. */
    static [Symbol.hasInstance](value: unknown): boolean;
    constructor(trouble: Trouble, options?: {
        cause?: unknown;
    });
}
/** Who must act, which decides the exit code: the caller, the world, or whoever grants rights. */
type TroubleKind = 'usage' | 'world' | 'credentials';
/** The same as a value, where work goes on without the thing that failed. */
interface Trouble {
    /** Stable, kebab-case: `ci-forbidden`, `log-expired`. */
    readonly code: string;
    readonly kind: TroubleKind;
    readonly message: string;
    readonly hint?: string;
}

/** Every kind of secret that a marker can name: `[redacted:<kind>]`. */
declare const KINDS: readonly ["github-token", "gitlab-token", "aws-key", "google-key", "azure-key", "slack-token", "stripe-key", "npm-token", "pypi-token", "openai-key", "anthropic-key", "sendgrid-key", "twilio-key", "docker-token", "service-token", "jwt", "private-key", "webhook", "url-password", "url-token", "authorization", "cookie", "password", "secret", "token", "value", "random"];
/** One of {@link KINDS}. */
type Kind = (typeof KINDS)[number];
/** A stretch of a text that holds a secret: UTF-16 offsets, `end` exclusive. */
interface Span {
    readonly start: number;
    readonly end: number;
    readonly kind: Kind;
}

/** Hides what it finds in a text. */
interface Redactor {
    (text: string): string;
    /** What it hides in the text, line by line: where the same stands alone, nothing may tell that it is a secret. */
    readonly hidden?: (text: string) => readonly string[];
}
/** What a redactor knows beyond the forms that every secret of a kind has. */
interface RedactorOptions {
    /** Secrets by value, in UTF-8: hidden in every usual encoding. Shorter ones than six characters are ignored. */
    readonly values?: readonly string[];
    /** A further finder; its spans are hidden too. */
    readonly find?: (text: string) => readonly Span[];
}
/** Hides every secret of a known form. */
declare const redact: Redactor;
/** A redactor that also hides the given values and what the given finder finds. */
declare function createRedactor({ values, find }?: RedactorOptions): Redactor;

/** Redaction of whole JSON values: every string, so that nothing printed can bypass it. */

/**
 * The same value with every string redacted, and with the keys of records that strangers fill; our own keys and words, numbers and
 * booleans are kept.
 * Strings of one array, and lines of a log (`n`, `text`) in one array, are taken as lines of one text, so that a secret broken over
 * them is found.
 */
declare function redactValue<T>(value: T, redact: Redactor): T;

/** A report as one page of HTML: no script, nothing loaded from elsewhere, readable on a phone and in the dark. */

/** The page, ending in a line feed. */
declare function renderHtml(diagnosis: Diagnosis): string;

/** How a diagnosis is written as JSON. */
interface JsonOptions {
    /** Over several lines, for people; one line otherwise. */
    readonly pretty?: boolean;
}
/** The whole diagnosis as one JSON document, ending in a line feed; what could be taken for a command is escaped, not changed. */
declare function renderJson(diagnosis: Diagnosis, { pretty }?: JsonOptions): string;

/** A report in GitHub's Markdown, for job summaries and comments: short enough to be posted, cut honestly. */

/** How much room there is. */
interface MarkdownOptions {
    /** Most bytes, in UTF-8; GitHub takes 65,536 characters in a comment. */
    readonly maxBytes?: number;
}
/** The report, ending in a line feed. */
declare function renderMarkdown(diagnosis: Diagnosis, { maxBytes }?: MarkdownOptions): string;

/** A report as SARIF 2.1.0, one result a failure. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

/** The SARIF log, over several lines, ending in a line feed. */
declare function renderSarif(diagnosis: Diagnosis): string;

/** A report for a terminal, made to be read at 3 a.m.: what broke, whether a re-run helps, where, the lines, what to do. */

/** How the terminal is. */
interface TerminalOptions {
    /** Columns; 80 where it is not known. */
    readonly width?: number;
    readonly color?: boolean;
    /** False for terminals that show ASCII only. */
    readonly unicode?: boolean;
}
/** The report, ending in a line feed. */
declare function renderTerminal(diagnosis: Diagnosis, { width, color, unicode }?: TerminalOptions): string;

/** Every format by the name it has on the command line. */

/** What a format may be told; each takes what it knows. */
interface RenderOptions extends TerminalOptions, MarkdownOptions, JsonOptions {
}
/** Turns a diagnosis, already redacted, into text that ends in a line feed; pure. */
type Render = (diagnosis: Diagnosis, options?: RenderOptions) => string;
/** The formats. */
declare const FORMATS: {
    readonly text: typeof renderTerminal;
    readonly json: typeof renderJson;
    readonly markdown: typeof renderMarkdown;
    readonly html: typeof renderHtml;
    readonly sarif: typeof renderSarif;
};
/** Name of a format. */
type FormatName = keyof typeof FORMATS;

/** Every member of this folder, in the order of file names. */
declare const rules: readonly Rule[];

/** Scores each point by what came before it, and finds outliers and lasting changes in the series as a whole. */
declare function scoreSeries(points: readonly Point[]): SeriesScore;

/** Every member of this folder, in the order of file names. */
declare const frameworks: readonly TestFramework[];

/** The version of this package. */
declare const version: string;

export { CATEGORIES, FORMATS, SherpaError, createBaselineReader, createKnowledge, createLogReader, createRedactor, diagnose, frameworks, gatherInput, redact, redactValue, rules, scoreSeries, version };
export type { Anomaly, Baseline, CaseFile, Category, Cause, Diagnosis, DocumentInput, Evidence, FailedTest, Failure, Finding, FormatName, GatherOptions, Highlight, Input, Job, Knowledge, LinePattern, LogExtract, LogInput, LogReader, LogReaderOptions, LogSource, Note, Point, Redactor, Render, RenderOptions, Rule, Run, SeriesScore, Source, Stats, TestFramework, TestReport, TextFile };
