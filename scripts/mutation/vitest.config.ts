import { defineConfig } from 'vitest/config'

/** Tests beside the mutated code, without those that draw their texts or measure time: a mutant gets the same answer each time. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    exclude: ['**/*.properties.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
})
