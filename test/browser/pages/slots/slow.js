/* The test lets it come late: what is above it is painted meanwhile. */
