import type { Ecosystem } from '../ecosystem.ts'

/** Base images of Dockerfiles, and images of compose files, workflows and GitLab's jobs. */
export const ecosystem: Ecosystem = {
  id: 'docker',
  reads: path =>
    /(?:^|\/)(?:[\w.-]*(?:Dockerfile|Containerfile)[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|\.gitlab-ci\.ya?ml|\.github\/workflows\/[^/]+\.ya?ml)$/i.test(
      path,
    ),
  entries: (side, path) => {
    const pattern = /\.ya?ml$/i.test(path) ? IMAGE : FROM
    return side.flat().flatMap(({ n, text }) => {
      const [, name, tag, digest] = pattern.exec(text) ?? []
      return name && (tag || digest) ? [{ name, version: tag ?? (digest as string), line: n, direct: true }] : []
    })
  },
}

const REFERENCE = '((?:[\\w.-]{1,100}(?::\\d{1,5})?\\/)?[\\w./-]{1,200}?)(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[a-f\\d]{8,64}))?'
const FROM = new RegExp(`^\\s*FROM\\s+(?:--platform=\\S{1,60}\\s+)?${REFERENCE}(?:\\s|$)`, 'i')
const IMAGE = new RegExp(`^\\s*(?:-\\s+)?(?:image|container|name|uses):\\s*["']?(?:docker:\\/\\/)?${REFERENCE}["']?\\s*(?:#.*)?$`)
