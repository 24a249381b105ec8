import { type Example, foldOf } from './dataset.ts'

export const FOLDS = 5

/** Fits one model a fold on the other projects, and asks it about the projects of that fold. */
export function crossFit<M, A>(
  examples: readonly Example[],
  fit: (inside: readonly Example[]) => M,
  ask: (example: Example, model: M) => A,
): { answers: Map<Example, A>; models: Map<Example, M> } {
  const answers = new Map<Example, A>()
  const models = new Map<Example, M>()
  for (let k = 0; k < FOLDS; k++) {
    const inside = examples.filter(example => foldOf(example.group, FOLDS) !== k)
    const model = fit(inside)
    for (const example of examples) {
      if (foldOf(example.group, FOLDS) !== k) continue
      answers.set(example, ask(example, model))
      models.set(example, model)
    }
  }
  return { answers, models }
}
