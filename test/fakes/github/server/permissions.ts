/** The permission GitHub names in X-Accepted-GitHub-Permissions when it refuses a request. */
export function acceptedPermission(method: string, path: string): string {
  const level = method === 'GET' ? 'read' : 'write'
  if (path.includes('/actions/variables')) return `actions_variables=${level}`
  if (path.includes('/actions/')) return `actions=${level}`
  if (path.includes('/issues')) return `issues=${level}`
  if (path.includes('/deployments')) return `deployments=${level}`
  if (path.includes('/check-runs')) return `checks=${level}`
  if (/\/pulls(\/|$)/.test(path)) return `pull_requests=${level}`
  if (/\/(commits|compare|contents|git)\//.test(path)) return `contents=${level}`
  return `metadata=${level}`
}
