/** What the environment says of the GitHub it belongs to: the values of GITHUB_API_URL and GITHUB_SERVER_URL. */
export interface Surroundings {
  readonly apiUrl?: string | undefined
  readonly serverUrl?: string | undefined
}

/** The host meant where none is named: that of the surroundings, else github.com. */
export function homeHost({ apiUrl, serverUrl }: Surroundings): string {
  return (serverUrl && hostOf(serverUrl)) || (apiUrl && knownHost(apiUrl)) || 'github.com'
}

/**
 * The API that answers for runs on a host, without a slash at the end. GITHUB_API_URL wins unless it belongs to another host, so that
 * a runner of one GitHub can still be asked about a run of another.
 */
export function chooseApiUrl(host: string, { apiUrl, serverUrl }: Surroundings): string {
  const own = apiUrl && (serverUrl ? hostOf(serverUrl) : knownHost(apiUrl))
  if (apiUrl && (!own || own === host || isLoopback(apiUrl))) return apiUrl.replace(/\/+$/, '')
  return host === 'github.com' || isTenant(host) ? `https://api.${host}` : `https://${host}/api/v3`
}

/** github.com itself, or a company's part of it under ghe.com. */
export const isHosted = (host: string): boolean => host === 'github.com' || isTenant(host)

/** Which host an API speaks for, to be named in sentences. */
export const impliedHost = (apiUrl: string): string => knownHost(apiUrl) ?? hostOf(apiUrl)

const isTenant = (host: string) => /^[^.]+\.ghe\.com$/.test(host)

/** Null where the address does not tell, as with a proxy. */
function knownHost(apiUrl: string): string | null {
  const host = hostOf(apiUrl)
  const bare = host.replace(/^api\./, '')
  if (isHosted(bare)) return bare
  return /\/api\/v3\/*$/.test(apiUrl) ? host : null
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
const isLoopback = (url: string) => URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
