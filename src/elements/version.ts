/** The version of this copy of the library: the build writes the package's here. */
export const VERSION = 'unbuilt';
