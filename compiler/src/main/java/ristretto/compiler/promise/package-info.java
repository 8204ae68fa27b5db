/** What an author promises of a method, for code that has deadlines, held against all that the method may reach. */
package ristretto.compiler.promise;
