/** The engine's version, part of every seal. */
export const ENGINE_VERSION = '0.1.0';
