import { expect, test } from 'vitest'
import { isFirm } from './ranges.ts'

test.each<[string, string, string, boolean]>([
  ['npm', '4.17.20', '4.17.21', true],
  ['npm', '=4.17.20', '4.17.21', true],
  ['npm', '4.17', '4.18', false],
  ['npm', '^4.17.20', '^4.17.21', false],
  ['npm', '^4.17.20', '^5.0.0', true],
  ['npm', '^0.3.0', '^0.4.0', true],
  ['npm', '^0.3.0', '^0.3.1', false],
  ['npm', '^0.0.3', '^0.0.4', true],
  ['npm', '~1.2.3', '~1.3.0', true],
  ['npm', '~1.2.3', '~1.2.9', false],
  ['npm', '*', '2.0.0', false],
  ['npm', '>=1.0.0 <2.0.0', '^2.0.0', true],
  ['npm', '<2.0.0 || >=3', '^3.0.0', false],
  ['npm', 'latest', '2.0.0', false],
  ['pypi', '==2.30.0', '==2.31.0', true],
  ['pypi', '==2.*', '==3.*', false],
  ['pypi', '>=2.30', '>=2.31', false],
  ['pypi', '>=1.0,<2', '>=2.0,<3', true],
  ['pypi', '>=1.0,<=2', '>=2.0,<3', false],
  ['cargo', '1.0.1', '1.0.2', false],
  ['cargo', '1.0.1', '2.0.0', true],
  ['cargo', '=1.0.1', '=1.0.2', true],
  ['go', 'v1.7.0', 'v1.8.0', true],
  ['github-actions', 'v3', 'v4', true],
  ['docker', '20-alpine', '22-alpine', true],
])('%s: %s after %s: %s', (ecosystem, from, to, firm) => {
  expect(isFirm(ecosystem, from, to)).toBe(firm)
})
