/** Collects items and hands them over many at a time: each batch is a transaction. */
export interface Batches<Item> {
  add(item: Item): Promise<void>
  /** Hands over what is left. */
  end(): Promise<void>
}

/** @param size how much an item counts */
export function createBatches<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  most: number,
  size: (item: Item) => number = () => 1,
): Batches<Item> {
  let items: Item[] = []
  let total = 0
  async function end() {
    if (items.length === 0) return
    const batch = items
    items = []
    total = 0
    await write(batch)
  }
  return {
    async add(item) {
      items.push(item)
      total += size(item)
      if (total >= most) await end()
    },
    end,
  }
}
