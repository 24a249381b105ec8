/** One measurement of a metric. */
export interface Point {
  /** Milliseconds since the epoch; NaN where the series does not say. */
  readonly at: number
  /** NaN where nothing was measured. */
  readonly value: number
  /** How many trials a rate in `value` is of; absent: one. */
  readonly trials?: number
  /** What was seen, where the metric counts names: the masked text of an error. */
  readonly label?: string
}

/**
 * Watches a metric, one point after the other. Its state is plain JSON of bounded size that `next` brings up to date in place; a whole
 * series is a fold of `next` over its points.
 */
export interface Detector<State = unknown> {
  readonly id: string
  begin(): State
  /** How the point looks from what was seen before it. Called only with a value that is a number. */
  next(state: State, point: Point): Reading
}

export interface Reading {
  /** From 0; more is odder, on a scale of the detector's own. NaN: too early to say. */
  readonly oddity: number
  /** What would have been ordinary, in the metric's unit. */
  readonly expected: number
}

/** What was found in one series: positions count from 0. */
export interface SeriesScore {
  /** 0..1 a point; one from 0.5 on is an alert. The score of a point depends on no later one. */
  readonly scores: readonly number[]
  /** Single points far from their neighbours. */
  readonly anomalies: readonly number[]
  /** First points of a new level, spread or rate. */
  readonly changePoints: readonly number[]
  /** The same with their reasons, and the alerts that neither explains, in order of time; each shift once. */
  readonly findings: readonly Finding[]
}

/** One thing worth telling about a series. */
export interface Finding {
  /** A lasting change of level, spread or rate; one point far off; or what is unusual in another way. */
  readonly kind: 'level' | 'spread' | 'rate' | 'point' | 'unusual'
  /** Who found it. */
  readonly detector: string
  /** Where it begins, from 0. */
  readonly index: number
  /** How many points it lasts. */
  readonly points: number
  /** In the metric's unit; for `spread` a standard deviation. */
  readonly observed: number
  readonly expected: number
  /** 0..1, how sure. */
  readonly score: number
  readonly direction: 'up' | 'down'
}
