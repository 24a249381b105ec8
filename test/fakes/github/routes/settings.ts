/** Variables of a repository. */
import { ok } from '../server/answer.ts'
import { DAWN } from '../time.ts'
import { found, type Routes } from './route.ts'

export const settingRoutes: Routes = {
  'GET /repos/{owner}/{repo}/actions/variables/{name}': ({ repo, params }) => {
    const name = params['name']?.toUpperCase() ?? ''
    return found(repo.variables?.[name], value => ok({ name, value, created_at: DAWN, updated_at: DAWN }))
  },
}
