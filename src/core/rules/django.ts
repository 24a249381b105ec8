import type { Rule } from '../model/rule.ts'

/** Django’s own checks. */
export const rules: readonly Rule[] = [
  {
    id: 'django/migrations-missing',
    category: 'lint',
    title: 'Django: models changed without a migration',
    needles: ['have changes that are not yet reflected in a migration', "Run 'manage.py makemigrations'"],
    pattern: /have changes that are not yet reflected in a migration|^Run 'manage\.py makemigrations' to make new migrations/,
    extent: { before: 4, after: 1 },
    transient: 0.01,
    explanation:
      '`makemigrations --check` compares models and migrations; somebody changed a model and did not commit the migration.',
    remedies: ['Run `manage.py makemigrations` and commit the new file.'],
    examples: {
      match: [
        {
          text: "  Your models in app(s): 'cart' have changes that are not yet reflected in a migration, and so won't be applied.",
        },
      ],
      miss: ['No changes detected'],
    },
  },
]
