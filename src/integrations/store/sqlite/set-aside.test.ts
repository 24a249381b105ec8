import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../../test/temp-folder.ts'
import { markRescued, setAside, unrescued } from './set-aside.ts'

const NOW = new Date('2026-01-05T12:00:00Z')

test('a file that was set aside is known by its place until what it knew goes on there', () => {
  using folder = tempFolder()
  const place = folder.write('h.db', 'torn')
  folder.write('h.db-wal', 'torn')
  folder.write('other.db.damaged-2026', 'torn')
  expect(unrescued(place)).toEqual([])
  const aside = setAside(place, NOW)
  expect([existsSync(place), unrescued(place)]).toEqual([false, [aside]])

  markRescued(join(folder.path, 'other.db.damaged-2026'), place)
  expect(unrescued(place)).toEqual([aside])
  markRescued(aside, place)
  expect([readFileSync(aside, 'utf8'), unrescued(place)]).toEqual(['torn', []])

  folder.write('h.db', 'torn again')
  expect(unrescued(place)).toEqual([])
  const second = setAside(place, NOW)
  expect(unrescued(place)).toEqual([second])
})

test('where there is no folder, nothing was set aside', () => {
  using folder = tempFolder()
  expect(unrescued(join(folder.path, 'none', 'h.db'))).toEqual([])
})
