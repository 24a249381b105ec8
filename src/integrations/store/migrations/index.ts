import { migration as history } from './0001-history.ts'
import { migration as remedies } from './0002-remedies.ts'
import { migration as listings } from './0003-listings.ts'
import { migration as ledger } from './0004-ledger.ts'
import type { Migration } from './migration.ts'

/** In order; a store's version is how many of them it has had. */
export const migrations: readonly Migration[] = [history, remedies, listings, ledger]
