/** A queue between two processes in memory that they share: see {@code docs/rings.md}. */
package ristretto.sdk.ring;
