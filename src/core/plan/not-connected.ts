/** Why nothing can be asked or done: as an answer, and as a deed that surely did not happen. */
export const NOT_CONNECTED = {
  trouble: {
    code: 'ci-not-connected',
    kind: 'usage',
    message: 'this run cannot be acted on: no CI is connected that knows it',
    hint: 'name the run by its id or URL instead of a file',
  },
  mayHaveHappened: false,
} as const
