import { english } from './english';
import { french } from './french';
import { german } from './german';
import { spanish } from './spanish';
import type { TimeLanguage } from './timeLanguage';

/** In this order a time is read at one place. */
export const languages: readonly TimeLanguage[] = [english, german, french, spanish];
