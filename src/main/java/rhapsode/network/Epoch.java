package rhapsode.network;

import rhapsode.language.Score;

/**
 * What one pass over the training text came to.
 *
 * @param train while it was learning, dropout included
 * @param valid afterwards on the validation text, at inference
 */
public record Epoch(Score train, Score valid) {}
