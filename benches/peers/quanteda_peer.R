# quanteda: tokens, dfm, fcm, tokens_lookup. Called as the peers in Python are (common.py).
suppressPackageStartupMessages({
    library(quanteda)
    library(jsonlite)
})
arguments <- commandArgs(trailingOnly = TRUE)
task <- arguments[1]
if (task == "statistics") {
    message("quanteda: it is not written for statistics")
    quit(status = 4)
}
output <- arguments[3]
files <- arguments[-(1:3)]
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
stop <- readLines(file.path(dirname(script), "stop-words.txt"))
quanteda_options(threads = parallel::detectCores())
dir.create(output, recursive = TRUE, showWarnings = FALSE)

texts <- unlist(lapply(files, function(file) stream_in(file(file), verbose = FALSE)$text))
kept <- tokens(texts, remove_punct = TRUE, remove_symbols = TRUE)
counted <- dfm(tokens_remove(tokens_tolower(kept), stop))
terms <- data.frame(term = featnames(counted), n = colSums(counted), articles = docfreq(counted))
terms <- terms[order(-terms$n, terms$term), ]
write.csv(terms, file.path(output, "terms.csv"), row.names = FALSE)
if (task != "terms") {
    sentences <- tokens(corpus_reshape(corpus(texts), to = "sentences"), remove_punct = TRUE, remove_symbols = TRUE)
    # Padding keeps the places of what is not asked for.
    top <- tokens_select(tokens_tolower(sentences), head(terms$term, 500), valuetype = "fixed", padding = TRUE)
    pairs <- convert(fcm(top, context = "window", window = 5, tri = TRUE), to = "data.frame")
    write.csv(pairs, file.path(output, "pairs.csv"), row.names = FALSE)
}
if (task == "aliases") {
    names <- readLines(arguments[2])
    found <- tokens_lookup(kept, dictionary(setNames(as.list(names), make.unique(names)), tolower = FALSE),
        valuetype = "fixed", case_insensitive = FALSE, nested_scope = "dictionary"
    )
    counted <- dfm(found, tolower = FALSE)
    aliases <- data.frame(alias = featnames(counted), n = colSums(counted), articles = docfreq(counted))
    write.csv(aliases, file.path(output, "aliases.csv"), row.names = FALSE)
}
