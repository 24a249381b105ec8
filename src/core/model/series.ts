/** One measurement of a metric. */
export interface Point {
  /** Milliseconds since the epoch; NaN where the series does not say. */
  readonly at: number
  /** NaN where nothing was measured. */
  readonly value: number
}

/** What was found in one series: positions count from 0. */
export interface SeriesScore {
  /** 0..1 a point; one from 0.5 on is an alert. The score of a point depends on no later one. */
  readonly scores: readonly number[]
  /** Single points far from their neighbours. */
  readonly anomalies: readonly number[]
  /** First points of a new level, spread or rate. */
  readonly changePoints: readonly number[]
}
