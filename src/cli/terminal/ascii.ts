import type { Variables } from '../environment.ts'

/** Terminals of the C locale show no more than ASCII. */
export const isAsciiOnly = ({ LC_ALL, LC_CTYPE, LANG, TERM }: Variables) =>
  TERM === 'linux' || /^(?:C|POSIX)$/.test(LC_ALL || LC_CTYPE || LANG || '')
