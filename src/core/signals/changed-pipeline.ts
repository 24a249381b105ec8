import type { Finding, Signal } from '../causes/signal.ts'
import { fileSuspect } from '../causes/suspects.ts'
import type { Category } from '../model/category.ts'

/** Categories that the definition of a pipeline, rather than the code in it, brings about. */
const OF_PIPELINES: readonly Category[] = ['config', 'runner', 'auth', 'deploy', 'timeout']
const IS_PIPELINE =
  /(?:^|\/)(?:\.github\/workflows\/.+\.ya?ml|action\.ya?ml|\.gitlab-ci\.ya?ml|\.circleci\/config\.yml|\.travis\.yml|azure-pipelines\.ya?ml|Jenkinsfile)$/
const IS_IMAGE = /(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Containerfile|(?:docker-)?compose[\w.-]*\.ya?ml)$/i

/** The workflow, the action, or the image that the job runs in was changed. */
export const signal: Signal = {
  id: 'changed-pipeline',
  find({ file, failures }) {
    const [root] = failures
    return (file.run?.changes ?? []).slice(0, 200).flatMap(({ file: path }): Finding[] => {
      const what = IS_PIPELINE.test(path) ? 'pipeline' : IS_IMAGE.test(path) ? 'image' : undefined
      if (!what) return []
      const fits = what === 'pipeline' ? root && OF_PIPELINES.includes(root.category) : root?.rule?.startsWith('docker')
      return [
        {
          suspect: fileSuspect(path),
          text: fits
            ? `it defines the ${what}, and the failure is of the kind that comes from there`
            : `it defines the ${what} that failed`,
          weight: fits ? 1.5 : 0.3,
        },
      ]
    })
  },
}
