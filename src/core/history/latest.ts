/** A map that makes its values, and keeps only the keys used last. */
export interface Latest<Value> {
  get(key: string): Value
  /** The key used last comes last. */
  all(): ReadonlyMap<string, Value>
}

/** @param most keys that are kept, at least one */
export function createLatest<Value>(most: number, create: () => Value): Latest<Value> {
  const values = new Map<string, Value>()
  let last: { readonly key: string; readonly value: Value } | undefined
  return {
    get(key) {
      if (last?.key === key) return last.value
      const value = values.get(key) ?? create()
      last = { key, value }
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > most && oldest !== undefined) values.delete(oldest)
      return value
    },
    all: () => values,
  }
}
