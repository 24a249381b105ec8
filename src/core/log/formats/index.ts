import type { FormatReader } from './format.ts'
import { ghRunView } from './gh-run-view.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { jenkins } from './jenkins.ts'
import { plain } from './plain.ts'
import { travis } from './travis.ts'

const FORMATS: readonly FormatReader[] = [ghRunView, github, gitlab, travis, jenkins, plain]

/** The format for which most of these (first and last) raw lines speak. */
export const recogniseFormat = (lines: readonly string[]): FormatReader =>
  FORMATS.map(reader => ({ reader, votes: reader.recognise(lines) })).reduce((best, next) =>
    next.votes > best.votes ? next : best,
  ).reader
