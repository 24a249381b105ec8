const known: number[] = [0, 0]

/** Natural logarithm of n!; exact sums for small n, Stirling's series beyond (https://dlmf.nist.gov/5.11#E1). */
export function logFactorial(n: number): number {
  if (n > 256) return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
  for (let k = known.length; k <= n; k++) known.push((known[k - 1] as number) + Math.log(k))
  return known[n] as number
}
