/** The API of a host: github.com, a tenant of ghe.com, or a GitHub Enterprise Server. No slash at the end. */
export function apiUrlOf(host: string): string {
  if (host === 'github.com' || host.endsWith('.ghe.com')) return `https://api.${host}`
  return `https://${host}/api/v3`
}

export interface ApiChoice {
  /** Host of the run that is asked about. */
  readonly host: string
  /** The value of GITHUB_API_URL, if set. */
  readonly envApiUrl?: string | undefined
  /** The value of GITHUB_SERVER_URL, if set: which host the environment's API belongs to. */
  readonly envServerUrl?: string | undefined
}

/**
 * The API to ask about a run on `host`. GITHUB_API_URL wins where it belongs to that host, or where nothing says that it belongs to another,
 * so that a runner of one GitHub can still be asked about a run of another.
 */
export function chooseApiUrl({ host, envApiUrl, envServerUrl }: ApiChoice): string {
  if (!envApiUrl) return apiUrlOf(host)
  const url = envApiUrl.replace(/\/+$/, '')
  return (envServerUrl ? hostOf(envServerUrl) : impliedHost(url)) === host || isLoopback(url) ? url : apiUrlOf(host)
}

/** Which host's runs an API answers for, as far as its address tells. */
export function impliedHost(apiUrl: string): string {
  return hostOf(apiUrl).replace(/^api\.(?=github\.com$|[^.]+\.ghe\.com$)/, '')
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
const isLoopback = (url: string) => URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
