/** An example: who may log in, and who has tried, decided and told outside of Signet. */
@NullMarked
package com.example.gate;

import org.jspecify.annotations.NullMarked;
