/** All the fake serves, but for `/user` below a repository. The first template that fits a path wins. */
import { matchTemplate } from '../contract/template.ts'
import { branchRoutes } from './branches.ts'
import { cacheRoutes } from './caches.ts'
import { codeRoutes } from './code.ts'
import { contentRoutes } from './contents.ts'
import { deploymentRoutes } from './deployments.ts'
import { dispatchRoutes } from './dispatches.ts'
import { gitRoutes } from './git.ts'
import { issueRoutes } from './issues.ts'
import { jobRoutes } from './jobs.ts'
import { logRoutes } from './logs.ts'
import { peopleRoutes } from './people.ts'
import { pullRoutes } from './pulls.ts'
import { rerunRoutes } from './reruns.ts'
import type { Handler, Routes } from './route.ts'
import { runRoutes } from './runs.ts'
import { settingRoutes } from './settings.ts'
import { standingRoutes } from './standing.ts'

const ROUTES: Routes = {
  ...runRoutes,
  ...jobRoutes,
  ...logRoutes,
  ...rerunRoutes,
  ...standingRoutes,
  ...branchRoutes,
  ...codeRoutes,
  ...gitRoutes,
  ...pullRoutes,
  ...contentRoutes,
  ...cacheRoutes,
  ...issueRoutes,
  ...deploymentRoutes,
  ...settingRoutes,
  ...peopleRoutes,
  ...dispatchRoutes,
}

export interface RouteMatch {
  template: string
  handler: Handler
  params: Record<string, string>
}

/** The route of a request; undefined: this fake does not serve it. */
export function findRoute(method: string, path: string): RouteMatch | undefined {
  for (const [key, handler] of Object.entries(ROUTES)) {
    const [routeMethod, template = ''] = key.split(' ')
    const params = routeMethod === method ? matchTemplate(template, path) : null
    if (params !== null) return { template, handler, params }
  }
  return undefined
}

/** "METHOD template" of everything served, for tests that want to try it all. */
export function servedOperations(): string[] {
  return Object.keys(ROUTES)
}
