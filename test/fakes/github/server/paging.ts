/** GitHub's page arithmetic: one page of a list and the Link header that leads to the others. */
import type { Links } from '../views/links.ts'

export interface Page<T> {
  items: T[]
  headers: Record<string, string>
}

export interface PageRequest {
  path: string
  query: URLSearchParams
  links: Links
  /** Items on a page if the client does not say; GitHub's usual default is 30. */
  defaultSize?: number
}

/** Cuts the asked-for page out of `all`. Links are left out where there is no such page, as on GitHub. */
export function paginate<T>(all: readonly T[], { path, query, links, defaultSize = 30 }: PageRequest): Page<T> {
  const size = Number(query.get('per_page') ?? defaultSize)
  const page = Math.max(1, Number(query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (to: number, rel: string): string => {
    const target = new URLSearchParams(query)
    target.set('page', String(to))
    return `<${links.api}${path}?${target}>; rel="${rel}"`
  }
  const relations = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: relations.length > 0 ? { link: relations.join(', ') } : {},
  }
}
