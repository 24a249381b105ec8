import { nearestWindow } from './nearest-window.ts'

/** Six points that never followed each other like this. */
export const detector = nearestWindow('long-pattern', 6)
