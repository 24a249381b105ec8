/** What a test is named after, in small letters without dashes; undefined where its name does not say that it is a test. */
export function stemOf(test: string): string | undefined {
  const name = (test.split(/[/\\]/).at(-1) ?? test).replace(/\.(?:[cm]?[jt]sx?|py|rb|java|kt|go|php|cs|rs|scala|swift|exs?)$/, '')
  const last =
    name.includes('.') && /^[a-z]\w*\./.test(name) && !/[._-](?:test|spec)$/i.test(name)
      ? (name.split('.').at(-1) as string)
      : name
  const stem = last.replace(/^test[_-]|[._-]?(?:tests?|spec|it)$/i, '').replace(/(?:Tests?|TestCase|Spec|IT)$/, '')
  return stem === last ? undefined : stem.toLowerCase().replace(/[-_.]/g, '')
}
