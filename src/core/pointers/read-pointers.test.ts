import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPointers } from './read-pointers.ts'
import { readResolved } from './resolved.ts'

const read = (lines: readonly string[], terms: readonly string[] = []) =>
  readPointers(
    lines.map((text, i) => ({ n: i + 1, text })),
    terms,
  ).map(({ where, form, name, count, at }) => `${where} ${form} ${name} ×${count} @${at}`)

describe('what lines of trouble point at', () => {
  it.each<[what: string, lines: string[], terms: string[], expected: string[]]>([
    [
      'a class that is not there',
      ['java.lang.NoClassDefFoundError: javax/xml/bind/JAXBException'],
      [],
      ['broken class javax.xml.bind.JAXBException ×1 @1'],
    ],
    [
      'what is missing, apart from who says so',
      ['org.acme.BeanException: broken bean; nested exception is java.lang.ClassNotFoundException: org.slf4j.Logger'],
      [],
      ['broken class org.slf4j.Logger ×1 @1', 'error class org.acme.BeanException ×1 @1'],
    ],
    [
      'what failed only because something failed before',
      ['java.lang.NoClassDefFoundError: Could not initialize class org.acme.web.Runner'],
      [],
      ['aside class org.acme.web.Runner ×1 @1'],
    ],
    [
      'a compiler, twice, and not the code it compiles',
      [
        '[ERROR] /w/src/main/java/com/acme/shop/Cart.java:[3,1] package javax.mvc does not exist',
        '[ERROR] /w/src/main/java/com/acme/shop/Cart.java:[4,1] package javax.mvc does not exist',
        '  location: class com.acme.shop.Cart',
      ],
      [],
      ['broken class javax.mvc ×2 @1'],
    ],
    [
      'a file of the local repository',
      ['[ERROR]   bad class file: /root/.m2/repository/org/slf4j/slf4j-api/2.0.0/slf4j-api-2.0.0.jar(/org/slf4j/Logger.class)'],
      [],
      ['broken class org.slf4j.Logger ×1 @1', 'broken artifact org.slf4j:slf4j-api:2.0.0 ×1 @1'],
    ],
    [
      'the first frames of a trace, without the runtime and the test runner',
      [
        'java.lang.IllegalStateException: no',
        '\tat java.base/java.lang.Thread.run(Thread.java:1)',
        '\tat org.junit.Assert.fail(Assert.java:1)',
        '\tat io.acme.Pool.get(Pool.java:4)',
      ],
      ['junit'],
      ['frame class io.acme.Pool ×1 @4'],
    ],
    [
      'names of changed dependencies',
      [
        'TypeError: _.pluck is not a function',
        '    at Object.<anonymous> (/w/node_modules/lodash/index.js:3:1)',
        "Error: Cannot find module 'lodash/fp'",
      ],
      ['lodash', 'dash'],
      ['broken term lodash ×1 @3', 'frame term lodash ×1 @2'],
    ],
    [
      'nothing in transfers and in lines that tell of no trouble',
      ['Downloading from central: https://r/maven2/a/b/1/b-1-conflict.pom', 'all is well with org.slf4j.Logger'],
      ['b'],
      [],
    ],
    [
      'a tree of versions that do not go together',
      [
        'Dependency convergence error for org.a:bb:1.0 paths to dependency are:',
        '+-org.c:dd:2.0',
        '  +-org.a:bb:1.0',
        'and',
        '+-org.e:ff:3.0',
        'x',
      ],
      [],
      ['broken artifact org.a:bb:1.0 ×2 @1', 'broken artifact org.c:dd:2.0 ×1 @2', 'broken artifact org.e:ff:3.0 ×1 @5'],
    ],
    [
      'a message over several lines',
      [
        'io.acme.ConfigException: ',
        'Unrecognized field (class org.acme.sentry.Factory)',
        'and org.acme.other.Thing',
        '',
        'org.later.on.Thing',
      ],
      [],
      [
        'broken class org.acme.sentry.Factory ×1 @2',
        'error class io.acme.ConfigException ×1 @1',
        'error class org.acme.other.Thing ×1 @3',
      ],
    ],
  ])('%s', (_, lines, terms, expected) => {
    expect(read(lines, terms)).toEqual(expected)
  })

  it('takes any lines, and stays small', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'ERROR',
        'a.b.c.D',
        'a/b/c/D',
        'NoSuchMethodError: ',
        'at a.b.C.d(',
        'g.h:a:1.0',
        '[ERROR]',
        ':',
        '.',
        '/',
        'repository/',
        'lodash',
        '\t',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 20 }), lines => {
        const found = readPointers(
          lines.map((words, i) => ({ n: i + 1, text: words.join(' ') })),
          ['lodash', ''],
        )
        for (const { at, count, name } of found) {
          expect(at).toBeGreaterThan(0)
          expect(count).toBeGreaterThan(0)
          expect(name).not.toBe('')
        }
      }),
    )
    const many = Array.from({ length: 5000 }, (_, i) => ({ n: i + 1, text: `ERROR in org.acme.p${i}.Thing` }))
    expect(readPointers(many, [])).toHaveLength(400)
  })
})

it('tells what was fetched of the groups asked for', () => {
  const lines = [
    '[INFO] Downloading from central: https://r.example/maven2/org/slf4j/slf4j-api/2.0.0/slf4j-api-2.0.0.pom',
    '[INFO] Downloaded from central: https://r.example/maven2/org/slf4j/slf4j-api/1.7.30/slf4j-api-1.7.30.jar (41 kB at 1 MB/s)',
    'Downloading from x: https://r.example/maven2/org/other/thing/1/thing-1.pom',
  ].map((text, i) => ({ n: i + 1, text }))
  expect(readResolved(lines, ['org.slf4j'])).toEqual([{ name: 'org.slf4j:slf4j-api', versions: ['2.0.0', '1.7.30'] }])
})
