import { nearestWindow } from './nearest-window.ts'

/** Three points that never followed each other like this. */
export const detector = nearestWindow('short-pattern', 3)
