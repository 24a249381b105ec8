/**
 * The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) variable is at most x. By the continued fraction of
 * https://dlmf.nist.gov/8.17#v, evaluated after W. J. Lentz ("Generating Bessel functions in Mie scattering calculations using continued
 * fractions", Applied Optics 15, 1976). `a` and `b` above 0; x in 0..1.
 */
export function betaChance(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaChance(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return Math.min(1, Math.max(0, front / continuedFraction(x, a, b)))
}

/** Where that chance is `q`: the q-quantile of Beta(a, b), by bisection. 0..1. */
export function betaQuantile(q: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (betaChance(middle, a, b) < q) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const TINY = 1e-300

function continuedFraction(x: number, a: number, b: number): number {
  let fraction = 1
  let numerator = 1
  let denominator = 0
  for (let term = 1; term <= 10_000; term++) {
    const m = Math.floor(term / 2)
    const d =
      term % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    denominator = 1 / away(1 + d * denominator)
    numerator = away(1 + d / numerator)
    const change = numerator * denominator
    fraction *= change
    if (Math.abs(change - 1) < 1e-14) break
  }
  return fraction
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value)

/** Natural logarithm of the gamma function for z > 0: Stirling's series (https://dlmf.nist.gov/5.11#E1) after a shift to z >= 10. */
function logGamma(z: number): number {
  let shift = 0
  let at = z
  for (; at < 10; at++) shift += Math.log(at)
  const square = at * at
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift
}
