/** A map that makes its values, and keeps only the keys used last. */
export interface Latest<Value> {
  get(key: string): Value
  /** The key used last comes last. */
  all(): ReadonlyMap<string, Value>
}

/** @param most keys that are kept, at least one */
export function createLatest<Value>(most: number, create: () => Value): Latest<Value> {
  const values = new Map<string, Value>()
  return {
    get(key) {
      const value = values.get(key) ?? create()
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > most && oldest !== undefined) values.delete(oldest)
      return value
    },
    all: () => values,
  }
}
