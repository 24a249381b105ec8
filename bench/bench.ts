/** `npm run bench` measures everything, `npm run bench -- startup` one part. A part prints figures as ratios, so that machines compare. */
const PARTS: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<void> }>>> = {
  startup: () => import('./startup.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`)
  process.exitCode = 2
} else {
  for (const [name, load] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) await (await load()).run()
  }
}
