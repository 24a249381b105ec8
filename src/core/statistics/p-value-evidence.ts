const MOST = 4

/**
 * The most that a p-value can speak against chance, as natural log-odds: ln(1 / (-e p ln p)) below 1/e, nothing above
 * (T. Sellke, M. J. Bayarri, J. O. Berger, "Calibration of p values for testing precise null hypotheses", The American Statistician 55,
 * 2001). Capped, because histories are short and their runs are not independent.
 */
export function pValueEvidence(p: number): number {
  if (p >= 1 / Math.E) return 0
  return Math.min(MOST, -Math.log(-Math.E * Math.max(p, 1e-12) * Math.log(Math.max(p, 1e-12))))
}
