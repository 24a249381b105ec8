/** The value without fields that are undefined: unknown is left out. */
export const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
