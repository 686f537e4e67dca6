/**
 * An example: what somebody is likely to ask for next is fetched when he logs in, and forgotten
 * when he logs out; and a rule that an account must stay.
 */
@NullMarked
package com.example.chats;

import org.jspecify.annotations.NullMarked;
