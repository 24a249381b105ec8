import { z } from 'zod'

const share = z.number().min(0).max(1)
const indexes = z.array(z.int().min(0))

const finding = z
  .looseObject({
    kind: z.enum(['level', 'spread', 'rate', 'point', 'unusual']).describe('A lasting change, one point far off, or an alert.'),
    detector: z.string().describe('Id of the detector that found it.'),
    index: z.int().min(0).describe('Where it begins, from 0.'),
    points: z.int().min(1).describe('How many points it lasts.'),
    observed: z.number().describe('For `spread` a standard deviation.'),
    expected: z.number(),
    score: share.describe('How sure.'),
    direction: z.enum(['up', 'down']),
    text: z.string().describe('All of that in one sentence.'),
  })
  .describe('One thing worth telling about a series.')

/** What `sherpa anomalies score --json` prints for each file. */
export const seriesScoreSchema = z.looseObject({
  file: z.string(),
  scores: z.array(share).describe('One a point; an alert from 0.5 on. The score of a point depends on no later one.'),
  anomalies: indexes.describe('Single points far from their neighbours, from 0.'),
  changePoints: indexes.describe('First points of a new level, spread or rate, from 0.'),
  findings: z
    .array(finding)
    .describe('The same with reasons, and alerts that neither explains, in order of time; each shift once.'),
})
