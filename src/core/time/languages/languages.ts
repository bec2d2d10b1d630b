import { english } from './english';
import { french } from './french';
import { german } from './german';
import { spanish } from './spanish';
import type { TimeLanguage } from './timeLanguage';

/** In the order in which they are tried at one offset. */
export const languages: readonly TimeLanguage[] = [english, german, french, spanish];
