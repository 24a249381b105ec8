import { runnerOf } from '../causes/past-runs.ts'
import type { Finding, Signal } from '../causes/signal.ts'

/** The workflow asks for another machine than before. */
export const signal: Signal = {
  id: 'runner-label',
  find: ({ file, failures, runners }) =>
    runners.flatMap(({ name, from, to, file: path, line }): Finding[] => {
      if (to === null || from === null) return []
      const image = `${name}-${to}`
      const runner = runnerOf(file, failures[0]?.job ?? null)
      const ranHere = runner?.image?.replace(/[\s_]+/g, '-').toLowerCase() === image.toLowerCase()
      return [
        {
          suspect: {
            kind: 'runner_image',
            subject: ranHere && runner?.version ? `${image}@${runner.version}` : image,
            title: `the job moved from ${name}-${from} to ${image}`,
          },
          text: `${path}:${line} asks for ${image}`,
          weight: ranHere || failures[0]?.category === 'runner' ? 1.5 : 0.5,
        },
      ]
    }),
}
